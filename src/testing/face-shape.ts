import type { Expression } from './expression.ts';
import {
  type EyeRegion,
  LEFT_EYE,
  LOWER_LIP,
  LOWER_LIP_INNER,
  MOUTH_CORNERS,
  RIGHT_EYE,
  UPPER_LIP,
  UPPER_LIP_INNER,
} from './face-regions.ts';

/** The parts of an expression that move the skin, not the head. */
export type FaceMove = 'blinkLeft' | 'blinkRight' | 'smile' | 'mouthOpen';

/** A face at rest, and how far every vertex goes when one move is made fully. Centimetres, three numbers per vertex. */
export interface FaceShape {
  readonly neutral: Float32Array;
  readonly moves: Readonly<Record<FaceMove, Float32Array>>;
}

/** The lower lid meets the upper one this far up, as a share of the opening; a real lower lid hardly moves. */
const LOWER_LID_SHARE = 0.12;
/** Below full closure the model still reads an open eye, so shut lids overlap by this share of the opening. */
const LID_OVERLAP = 0.12;
/** The jaw turns about the ear-to-ear axis through its joint, here in the mesh's own centimetres. */
const JAW_JOINT = { y: 0.5, z: -3 };
const JAW_DEGREES = 21;
/** How far a broad smile takes each corner of the mouth: outwards, up and back along the teeth. */
const SMILE = { out: 1.2, up: 0.85, back: 0.7 };
/** A resting face that has no trace of a smile looks grim. */
const RESTING_SMILE = 0.07;

/** Prepares the moves of a canonical face (five numbers per vertex: x, y, z, u, v). Pure; call it once per face. */
export function createFaceShape(vertices: readonly number[]): FaceShape {
  const neutral = new Float32Array((vertices.length / 5) * 3);
  for (let vertex = 0; vertex * 5 < vertices.length; vertex += 1) {
    for (let axis = 0; axis < 3; axis += 1) {
      neutral[vertex * 3 + axis] = vertices[vertex * 5 + axis] ?? 0;
    }
  }
  closeLips(neutral);
  for (const eye of [LEFT_EYE, RIGHT_EYE]) openEye(neutral, eye);
  smile(neutral).forEach((way, index) => {
    neutral[index] = at(neutral, index) + RESTING_SMILE * way;
  });
  return {
    neutral,
    moves: {
      blinkLeft: blink(neutral, LEFT_EYE),
      blinkRight: blink(neutral, RIGHT_EYE),
      smile: smile(neutral),
      mouthOpen: openMouth(neutral),
    },
  };
}

/** Writes the vertices of a face that makes this expression into `target`. The head's pose is not part of it. */
export function applyExpression(
  shape: FaceShape,
  expression: Expression,
  target: Float32Array,
): void {
  const { neutral, moves } = shape;
  const { blinkLeft, blinkRight, smile: smiling, mouthOpen } = expression;
  for (let index = 0; index < neutral.length; index += 1) {
    target[index] =
      at(neutral, index) +
      blinkLeft * at(moves.blinkLeft, index) +
      blinkRight * at(moves.blinkRight, index) +
      smiling * at(moves.smile, index) +
      mouthOpen * at(moves.mouthOpen, index);
  }
}

const at = (values: Float32Array, index: number): number => values[index] ?? 0;

/** The canonical face has its lips apart; a resting mouth is closed. */
function closeLips(positions: Float32Array): void {
  UPPER_LIP_INNER.forEach((upper, pair) => {
    const lower = LOWER_LIP_INNER[pair] ?? upper;
    const gap = at(positions, upper * 3 + 1) - at(positions, lower * 3 + 1);
    positions[upper * 3 + 1] = at(positions, upper * 3 + 1) - gap * 0.54;
    positions[lower * 3 + 1] = at(positions, lower * 3 + 1) + gap * 0.54;
  });
}

/** The canonical eyes are narrow; with painted lashes the model reads them as half shut. */
function openEye(positions: Float32Array, eye: EyeRegion): void {
  eye.upperLid.forEach((upper, pair) => {
    const lower = eye.lowerLid[pair] ?? upper;
    const opening = at(positions, upper * 3 + 1) - at(positions, lower * 3 + 1);
    positions[upper * 3 + 1] = at(positions, upper * 3 + 1) + opening * 0.15;
    positions[lower * 3 + 1] = at(positions, lower * 3 + 1) - opening * 0.05;
  });
}

function blink(neutral: Float32Array, eye: EyeRegion): Float32Array {
  const move = new Float32Array(neutral.length);
  eye.upperLid.forEach((upper, pair) => {
    const lower = eye.lowerLid[pair] ?? upper;
    const crease = eye.crease[pair] ?? upper;
    const under = eye.underLid[pair] ?? lower;
    const opening = at(neutral, upper * 3 + 1) - at(neutral, lower * 3 + 1);
    const forward = at(neutral, lower * 3 + 2) - at(neutral, upper * 3 + 2);
    move[upper * 3 + 1] = -opening * (1 - LOWER_LID_SHARE + LID_OVERLAP);
    move[upper * 3 + 2] = forward + 0.12;
    move[lower * 3 + 1] = opening * LOWER_LID_SHARE;
    move[crease * 3 + 1] = -opening * 0.45;
    move[crease * 3 + 2] = 0.12;
    move[under * 3 + 1] = opening * LOWER_LID_SHARE * 0.6;
  });
  return move;
}

function smile(neutral: Float32Array): Float32Array {
  const move = new Float32Array(neutral.length);
  for (let vertex = 0; vertex * 3 < neutral.length; vertex += 1) {
    const [x, y] = [at(neutral, vertex * 3), at(neutral, vertex * 3 + 1)];
    for (const side of [-1, 1]) {
      const corner = bell(x - side * 2.6, y + 4.2, 2.1);
      const cheek = bell(x - side * 4.4, y + 1.2, 1.9);
      move[vertex * 3] = at(move, vertex * 3) + side * (SMILE.out * corner + 0.2 * cheek);
      move[vertex * 3 + 1] = at(move, vertex * 3 + 1) + SMILE.up * corner + 0.35 * cheek;
      move[vertex * 3 + 2] = at(move, vertex * 3 + 2) - SMILE.back * corner + 0.35 * cheek;
    }
  }
  return move;
}

function openMouth(neutral: Float32Array): Float32Array {
  const move = new Float32Array(neutral.length);
  const angle = (JAW_DEGREES * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [lowerLip, upperLip] = [new Set<number>(LOWER_LIP), new Set<number>(UPPER_LIP)];
  const corners = new Set<number>(MOUTH_CORNERS);
  for (let vertex = 0; vertex * 3 < neutral.length; vertex += 1) {
    const [x, y, z] = [0, 1, 2].map((axis) => at(neutral, vertex * 3 + axis)) as [
      number,
      number,
      number,
    ];
    const skin = smoothstep(-3.6, -6.2, y) * Math.exp(-(x * x) / 110);
    const share = lowerLip.has(vertex)
      ? 1 - 0.45 * (Math.abs(x) / 2.5) ** 3
      : upperLip.has(vertex)
        ? 0.3 * (Math.abs(x) / 2.5) ** 3
        : corners.has(vertex)
          ? 0.45
          : skin;
    const [dy, dz] = [y - JAW_JOINT.y, z - JAW_JOINT.z];
    move[vertex * 3 + 1] = share * (dy * cos - dz * sin - dy);
    move[vertex * 3 + 2] = share * (dy * sin + dz * cos - dz);
    if (corners.has(vertex)) move[vertex * 3] = -Math.sign(x) * 0.15;
  }
  return move;
}

const bell = (dx: number, dy: number, radius: number): number =>
  Math.exp(-(dx * dx + dy * dy) / (radius * radius));

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
