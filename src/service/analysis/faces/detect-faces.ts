import type { Point } from '../../../mesh/mesh-points.ts';
import type { Picture } from './decode-image.ts';
import type { NeuralModel } from './neural-model.ts';
import { fromSquare, type Square, sampleSquare, squareAround } from './sample-square.ts';

/** A face that the detector found. Lengths and places are pixels of the picture. */
export interface DetectedFace {
  /** How sure the detector is, 0..1. */
  readonly score: number;
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rightEye: Point;
  readonly leftEye: Point;
}

/** Score from which the surest detection is a face: MediaPipe's own default. */
const DETECTOR_MIN_SCORE = 0.5;
/** Score from which another detection is another face. Clips: second people 0.80–0.96, false second boxes up to 0.57. */
const SECOND_FACE_MIN_SCORE = 0.6;
/** Intersection over union from which two boxes are the same face: MediaPipe's own default. */
const SAME_FACE_OVERLAP = 0.3;

// MediaPipe's face_detection_short_range.pbtxt: an SSD on 128 px, 2 anchors a cell at stride 8 and 6 at stride 16,
// all of size 1, so that an anchor is no more than its centre.
const INPUT_PX = 128;
const LAYERS = [
  { cells: 16, anchorsPerCell: 2 },
  { cells: 8, anchorsPerCell: 6 },
] as const;
/** Box centre and size, then x and y of right eye, left eye, nose tip, mouth, right ear, left ear. */
const VALUES_PER_ANCHOR = 16;

/** Finds every face, the surest first. Faces under about a tenth of the picture's longer side go unseen. */
export async function detectFaces(
  detector: NeuralModel,
  picture: Picture,
): Promise<DetectedFace[]> {
  const square = squareAround(picture);
  const [boxes, scores] = await detector.run(sampleSquare(picture, square, INPUT_PX, [-1, 1]));
  if (!boxes || !scores) return [];
  return decodeFaces(boxes, scores, square);
}

/** What the detector's two answers say, with boxes of the same face merged. Pure. */
export function decodeFaces(
  boxes: Float32Array,
  scores: Float32Array,
  square: Square,
): DetectedFace[] {
  const candidates: DetectedFace[] = [];
  anchorCentres().forEach(([anchorX, anchorY], i) => {
    const score = sigmoid(scores[i] ?? Number.NEGATIVE_INFINITY);
    if (score < DETECTOR_MIN_SCORE) return;
    const value = (k: number) => (boxes[i * VALUES_PER_ANCHOR + k] ?? 0) / INPUT_PX;
    const point = (k: number) => fromSquare(square, value(k) + anchorX, value(k + 1) + anchorY);
    const [centreX, centreY] = point(0);
    const widthPx = value(2) * square.sidePx;
    const heightPx = value(3) * square.sidePx;
    candidates.push({
      score,
      left: centreX - widthPx / 2,
      top: centreY - heightPx / 2,
      widthPx,
      heightPx,
      rightEye: point(4),
      leftEye: point(6),
    });
  });
  return mergeOverlapping(candidates.sort((a, b) => b.score - a.score)).filter(
    (face, i) => i === 0 || face.score >= SECOND_FACE_MIN_SCORE,
  );
}

/** Weighted non-maximum suppression, as BlazeFace asks: boxes of one face are averaged by score, not discarded. */
function mergeOverlapping(sorted: readonly DetectedFace[]): DetectedFace[] {
  const merged: DetectedFace[] = [];
  let rest = [...sorted];
  while (rest[0]) {
    const best = rest[0];
    const same = rest.filter((face) => overlap(best, face) > SAME_FACE_OVERLAP);
    rest = rest.filter((face) => face !== best && !same.includes(face));
    merged.push(same.length > 0 ? average(same, best.score) : best);
  }
  return merged;
}

function average(faces: readonly DetectedFace[], score: number): DetectedFace {
  const total = faces.reduce((sum, face) => sum + face.score, 0);
  const mean = (read: (face: DetectedFace) => number) =>
    faces.reduce((sum, face) => sum + read(face) * face.score, 0) / total;
  return {
    score,
    left: mean((face) => face.left),
    top: mean((face) => face.top),
    widthPx: mean((face) => face.widthPx),
    heightPx: mean((face) => face.heightPx),
    rightEye: [mean((face) => face.rightEye[0]), mean((face) => face.rightEye[1])],
    leftEye: [mean((face) => face.leftEye[0]), mean((face) => face.leftEye[1])],
  };
}

/** Intersection over union. */
function overlap(a: DetectedFace, b: DetectedFace): number {
  const width = Math.min(a.left + a.widthPx, b.left + b.widthPx) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.heightPx, b.top + b.heightPx) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const both = width * height;
  return both / (a.widthPx * a.heightPx + b.widthPx * b.heightPx - both);
}

function anchorCentres(): [x: number, y: number][] {
  return LAYERS.flatMap(({ cells, anchorsPerCell }) =>
    Array.from({ length: cells * cells * anchorsPerCell }, (_, i): [number, number] => {
      const cell = Math.floor(i / anchorsPerCell);
      return [((cell % cells) + 0.5) / cells, (Math.floor(cell / cells) + 0.5) / cells];
    }),
  );
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
