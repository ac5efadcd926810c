import { Group } from 'three';
import { SECOND_APPEARANCE } from '../drawing/appearance.ts';
import { loadCanonicalFace } from '../drawing/canonical-face-data.ts';
import { createPersonFigure } from '../drawing/person-figure.ts';
import { Stage } from '../drawing/stage.ts';
import { addExpressions } from '../expression.ts';
import { eyeOpening, LEFT_EYE, LIPS_OUTER, RIGHT_EYE } from '../face-regions.ts';
import { gestureTimeline, pauseTimeline } from '../gesture-timeline.ts';
import { createIdleMotion } from '../idle-motion.ts';
import { TimelinePlayer } from '../timeline-player.ts';
import type { Attacker } from './attacker.ts';
import { createPaper } from './paper.ts';
import { PHOTO, takePhotos } from './take-photos.ts';

/** Where the photo is cut out. */
export interface HoledPhotoOptions {
  readonly eyes?: boolean;
  readonly mouth?: boolean;
  readonly seed?: number;
}

/** The paper is this far before the middle of the face, in centimetres: it rests on the nose. */
const BEFORE_FACE = 8;
/** A hole is larger than what is seen through it, by this factor. */
const HOLE_GAIN = { eyes: 1.35, mouth: 1.2 } as const;
/** Pixels of a photo for a centimetre at one centimetre from the camera, and the camera's place. */
const FOCAL_PX = PHOTO.heightPx / 2 / Math.tan((20 * Math.PI) / 180);
const CAMERA_Z = 50;

/**
 * Somebody behind a printed photo with holes for the eyes, the mouth or both, who blinks and speaks through them; turns and
 * nods are made with the paper before the face.
 *
 * @throws Error when `canonical-face.json` is not next to the modules.
 *
 * @example
 * ```ts
 * import { createHoledPhoto, installSimulatedCamera, obey } from 'nodeflux-liveness/testing';
 * const scene = await createHoledPhoto({ eyes: true, mouth: true });
 * installSimulatedCamera(scene);
 * obey(document, scene);
 * ```
 */
export async function createHoledPhoto(options: HoledPhotoOptions = {}): Promise<Attacker> {
  const { eyes = true, mouth = false, seed = 1 } = options;
  const face = await loadCanonicalFace();
  const [photo] = await takePhotos([{}]);
  if (!photo) throw new Error('no photo was taken');
  if (eyes) {
    cut(photo, outline(face.vertices, eyeOpening(LEFT_EYE)), HOLE_GAIN.eyes);
    cut(photo, outline(face.vertices, eyeOpening(RIGHT_EYE)), HOLE_GAIN.eyes);
  }
  if (mouth) cut(photo, outline(face.vertices, LIPS_OUTER), HOLE_GAIN.mouth);

  const behind = createPersonFigure(face, SECOND_APPEARANCE);
  const both = new Group();
  both.add(behind.group, createPaper(photo, { share: 1, beforeFace: BEFORE_FACE }));
  const stage = new Stage(PHOTO);
  stage.add(both);
  const player = new TimelinePlayer();
  const sway = createIdleMotion(seed);
  return {
    perform: (...how) => player.play(gestureTimeline(...how)),
    pause: (durationMs) => player.play(pauseTimeline(durationMs)),
    relax: () => player.clear(),
    draw(context, nowMs) {
      const done = addExpressions(player.advance(nowMs), sway(nowMs));
      const { pitchDegrees, rollDegrees, x, y, yawDegrees, ...skin } = done;
      behind.apply(addExpressions(skin));
      both.rotation.set(radians(-pitchDegrees), radians(yawDegrees), radians(-rollDegrees));
      both.position.set(x, y, 0);
      stage.draw(context);
    },
    dispose() {
      player.clear();
      stage.dispose();
    },
  };
}

type Point = readonly [x: number, y: number];

/** Where vertices of a face at rest are on a photo of it. */
function outline(vertices: readonly number[], indices: readonly number[]): Point[] {
  return indices.map((index) => {
    const [x = 0, y = 0, z = 0] = vertices.slice(index * 5, index * 5 + 3);
    const scale = FOCAL_PX / (CAMERA_Z - z);
    return [PHOTO.widthPx / 2 + x * scale, PHOTO.heightPx / 2 - y * scale];
  });
}

function cut(photo: HTMLCanvasElement, points: readonly Point[], gain: number): void {
  const context = photo.getContext('2d');
  const mean = (axis: 0 | 1): number =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [centreX, centreY] = [mean(0), mean(1)];
  if (!context) return;
  context.save();
  context.globalCompositeOperation = 'destination-out';
  context.beginPath();
  for (const [x, y] of points) {
    context.lineTo(centreX + (x - centreX) * gain, centreY + (y - centreY) * gain * 1.3);
  }
  context.fill();
  context.restore();
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
