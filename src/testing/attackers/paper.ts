import {
  CanvasTexture,
  DoubleSide,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  SRGBColorSpace,
} from 'three';

/** What the camera of a {@link Stage} sees at the distance of a face, in centimetres. */
const VIEW_AT_FACE = { width: 48.5, height: 36.4 } as const;
/** From the camera to a face. */
const FACE_DISTANCE = 50;

/** How a print is held. */
export interface PaperOptions {
  /** Share of the picture's width that the print takes. Default 0.94. */
  readonly share?: number;
  /** How far before the place of a face it is, in centimetres. Default 0. */
  readonly beforeFace?: number;
}

/** A flat print of a picture that looks life-size to the camera; where the picture is transparent there are holes. The stage disposes of it. */
export function createPaper(
  picture: HTMLCanvasElement,
  { share = 0.94, beforeFace = 0 }: PaperOptions = {},
): Mesh {
  const scale = (share * (FACE_DISTANCE - beforeFace)) / FACE_DISTANCE;
  const texture = new CanvasTexture(picture);
  texture.colorSpace = SRGBColorSpace;
  const paper = new Mesh(
    new PlaneGeometry(VIEW_AT_FACE.width * scale, VIEW_AT_FACE.height * scale),
    new MeshBasicMaterial({ map: texture, alphaTest: 0.5, side: DoubleSide }),
  );
  paper.position.z = beforeFace;
  return paper;
}
