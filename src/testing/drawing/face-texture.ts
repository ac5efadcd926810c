import { CanvasTexture } from 'three';
import {
  type EyeRegion,
  LEFT_BROW,
  LEFT_EYE,
  LIPS_INNER,
  LIPS_OUTER,
  RIGHT_BROW,
  RIGHT_EYE,
} from '../face-regions.ts';
import { seededRandom } from '../seeded-random.ts';
import type { Appearance } from './appearance.ts';

type Point = readonly [x: number, y: number];
type PointOf = (vertex: number) => Point;

const SIZE_PX = 1024;

/** Paints skin, brows, lids and lips in the texture space of the canonical face. The caller disposes the texture. */
export function createFaceTexture(
  vertices: readonly number[],
  appearance: Appearance,
): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE_PX;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser cannot draw on a canvas');
  const pointOf: PointOf = (vertex) => [
    (vertices[vertex * 5 + 3] ?? 0) * SIZE_PX,
    (1 - (vertices[vertex * 5 + 4] ?? 0)) * SIZE_PX,
  ];
  const { shade, blush } = appearance;

  context.fillStyle = appearance.skin;
  context.fillRect(0, 0, SIZE_PX, SIZE_PX);
  for (const cheek of [50, 280]) glow(context, pointOf(cheek), 120, blush, 0.3);
  glow(context, pointOf(4), 55, blush, 0.28);
  for (const temple of [21, 251]) glow(context, pointOf(temple), 130, shade, 0.16);
  for (const hollow of [136, 365]) glow(context, pointOf(hollow), 150, shade, 0.22);
  for (const side of [198, 420]) glow(context, pointOf(side), 45, shade, 0.2);
  for (const socket of [190, 414]) glow(context, pointOf(socket), 55, shade, 0.4);
  for (const wing of [64, 294]) glow(context, pointOf(wing), 26, shade, 0.45);
  for (const nostril of [99, 328]) glow(context, pointOf(nostril), 17, '#3a150c', 0.9);
  glow(context, pointOf(18), 60, shade, 0.4);
  glow(context, pointOf(164), 30, shade, 0.14);
  glow(context, pointOf(9), 110, '#fff1e2', 0.18);
  glow(context, pointOf(5), 32, '#fff1e2', 0.22);
  glow(context, pointOf(199), 55, '#fff1e2', 0.12);

  for (const eye of [RIGHT_EYE, LEFT_EYE]) paintLids(context, pointOf, eye, appearance);
  const random = seededRandom(7);
  for (const brow of [RIGHT_BROW, LEFT_BROW]) {
    paintBrow(context, brow.upper.map(pointOf), brow.lower.map(pointOf), appearance.brows, random);
  }
  paintLips(context, pointOf, appearance);

  return new CanvasTexture(canvas);
}

function paintLids(
  context: CanvasRenderingContext2D,
  pointOf: PointOf,
  eye: EyeRegion,
  { shade, blush }: Appearance,
): void {
  const corners = [eye.outerCorner, eye.innerCorner] as const;
  const upper = [corners[0], ...eye.upperLid, corners[1]].map(pointOf);
  const lower = [corners[0], ...eye.lowerLid, corners[1]].map(pointOf);
  const crease = [corners[0], ...eye.crease, corners[1]].map(pointOf);
  context.save();
  context.filter = 'blur(6px)';
  fill(context, [...crease, ...upper.toReversed()], blush, 0.28);
  context.filter = 'blur(3px)';
  stroke(context, crease, shade, 7, 0.5);
  stroke(context, eye.underLid.map(pointOf), shade, 9, 0.22);
  context.filter = 'blur(1px)';
  stroke(context, lower, shade, 6, 0.55);
  context.filter = 'none';
  stroke(context, upper, '#1c100b', 11, 0.95);
  context.restore();
}

/** A brow is short hairs that start at the nose, rise, and lie flat towards the temple. */
function paintBrow(
  context: CanvasRenderingContext2D,
  upper: readonly Point[],
  lower: readonly Point[],
  color: string,
  random: () => number,
): void {
  context.save();
  context.filter = 'blur(5px)';
  fill(context, [...upper, ...lower.toReversed()], color, 0.42);
  context.filter = 'none';
  context.strokeStyle = color;
  context.lineCap = 'round';
  for (let hair = 0; hair < 260; hair += 1) {
    const along = random();
    const across = 0.1 + 0.8 * random();
    const [x, y] = mix(alongLine(upper, along), alongLine(lower, along), across);
    const ahead = Math.max(0, along - 0.13);
    const [toX, toY] = mix(alongLine(upper, ahead), alongLine(lower, ahead), across * 0.75);
    const length = 0.55 + 0.3 * random();
    context.globalAlpha = 0.35 + 0.35 * random();
    context.lineWidth = 2.4;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + (toX - x) * length, y + (toY - y) * length);
    context.stroke();
  }
  context.restore();
}

function paintLips(
  context: CanvasRenderingContext2D,
  pointOf: PointOf,
  { lips, lipLine }: Appearance,
): void {
  context.save();
  context.filter = 'blur(2.5px)';
  fill(context, LIPS_OUTER.map(pointOf), lips, 0.92);
  const upperOuter = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291].map(pointOf);
  const upperInner = [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308].map(pointOf);
  fill(context, [...upperOuter, ...upperInner.toReversed()], lipLine, 0.28);
  context.filter = 'blur(4px)';
  stroke(context, [181, 84, 17, 314, 405].map(pointOf), lipLine, 8, 0.3);
  stroke(context, [86, 15, 316].map(pointOf), '#ffe3da', 12, 0.22);
  context.filter = 'blur(1px)';
  stroke(context, [...LIPS_INNER, LIPS_INNER[0]].map(pointOf), lipLine, 7, 0.85);
  for (const corner of [61, 291]) glow(context, pointOf(corner), 16, lipLine, 0.5);
  context.restore();
}

function glow(
  context: CanvasRenderingContext2D,
  [x, y]: Point,
  radius: number,
  color: string,
  alpha: number,
): void {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, color);
  gradient.addColorStop(1, `${color}00`);
  context.globalAlpha = alpha;
  context.fillStyle = gradient;
  context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  context.globalAlpha = 1;
}

function fill(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  color: string,
  alpha: number,
): void {
  trace(context, points);
  context.closePath();
  context.globalAlpha = alpha;
  context.fillStyle = color;
  context.fill();
}

function stroke(
  context: CanvasRenderingContext2D,
  points: readonly Point[],
  color: string,
  width: number,
  alpha: number,
): void {
  trace(context, points);
  context.lineWidth = width;
  context.lineJoin = context.lineCap = 'round';
  context.globalAlpha = alpha;
  context.strokeStyle = color;
  context.stroke();
}

function trace(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
}

/** The point at a share (0..1) of a line's length in vertices. */
function alongLine(points: readonly Point[], share: number): Point {
  const position = share * (points.length - 1);
  const index = Math.min(points.length - 2, Math.floor(position));
  return mix(points[index] ?? [0, 0], points[index + 1] ?? [0, 0], position - index);
}

const mix = ([x, y]: Point, [toX, toY]: Point, share: number): Point => [
  x + (toX - x) * share,
  y + (toY - y) * share,
];
