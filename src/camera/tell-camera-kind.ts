import type { CameraKind } from './camera-kind.ts';

/** Words of the programs that make cameras. The last ones are Linux' loopback and Chromium's own fake camera. */
const VIRTUAL =
  /virtu[ae]l|仮想|虚拟|虛擬|가상|виртуальн|\bobs\b|manycam|snap camera|droidcam|xsplit|e2esoft|\bi?vcam\b|mmhmm|\bndi\b|iriun|epoccam|\bcamo\b|camtwist|sparkocam|youcam|altercam|webcammax|chromacam|splitcam|wirecast|vmix|facerig|animaze|prism lens|nvidia broadcast|unity video capture|screen capture|avatarify|dummy video|loopback|\bfake/i;

const DEPTH = /\bdepth\b|\btof\b|time.of.flight|\blidar\b|tiefenkamera|kedalaman/i;

const INFRARED =
  /\bir\b|infra-?red|infrarrojo|infravermelh|infrarouge|infrarot|inframerah|赤外線|红外|紅外|적외선|инфракрасн|windows hello/i;

/** A depth camera's own colour sensor is an ordinary camera; its name ends with what it is. */
const COLOUR_SENSOR = /\b(rgb|colou?r)( (camera|sensor|module))?\s*(\(.*\))?$/i;

const EXTERNAL =
  /realsense|kinect|logitech|logi |\bbrio\b|\bc9[0-9]{2}|lifecam|razer|kiyo|elgato|cam link|\busb camera|iphone|ipad|continuity|obsbot|insta360|poly studio|anker|avermedia|hdmi|capture/i;

/**
 * Looks away from the person: en, de, fr, es/pt, it, nl, sv/da/no, pl/cs/sk, ru/uk, tr, vi, id/ms, ja/zh/ko, th, ar, he.
 * macOS' Desk View shows the desk.
 */
const BACK =
  /\bback\b|\brear\b|facing environment|desk view|rück|hintere|arrière|traser|traseir|posterior|achterzijde|achterkant|baksid|bagsid|tyln|zadn|задн|тыльн|arka\b|\bsau\b|belakang|背面|后置|後置|后面|後面|후면|หลัง|خلفي|אחורי/i;

/** Looks at the person, in the same languages. Laptops call their own camera built in, or by its maker's name. */
const FRONT =
  /\bfront|facing user|facetime|integrated|built.?in|truevision|easycamera|vorder|avant\b|delanter|anterior|voorzijde|voorkant|framsid|forsid|fremre|przedn|předn|predn|передн|фронтал|(^|\s)ön\b|trước|depan|前面|前置|전면|หน้า|أمامي|קדמי|eingebaut|intégrée|integrad|integrata|terintegrasi|内蔵|内置/i;

/**
 * What a camera seems to be, by its name and by which way the browser says it looks.
 *
 * A name is a hint and no proof: browsers localise names, makers choose them, and a program that wants to be taken for
 * a real camera calls itself one. It serves to choose a good camera first, never to trust one.
 */
export function tellCameraKind(label: string, facingMode?: string): CameraKind {
  if (VIRTUAL.test(label)) return 'virtual';
  const isColour = COLOUR_SENSOR.test(label);
  if (!isColour && INFRARED.test(label)) return 'infrared';
  if (!isColour && DEPTH.test(label)) return 'depth';
  if (facingMode === 'user') return 'front';
  if (facingMode === 'environment') return 'back';
  if (BACK.test(label)) return 'back';
  if (FRONT.test(label)) return 'front';
  if (EXTERNAL.test(label)) return 'external';
  return 'unknown';
}
