import type { CanonicalFaceData } from './canonical-face-data.ts';

/** How a face differs from the canonical one; 1 everywhere is that one. Keep within 0.85 and 1.15, or it will not fit the skull. */
export interface Proportions {
  /** Width of the whole face. */
  readonly width: number;
  /** Width of mouth and jaw, beside that of the whole. */
  readonly jawWidth: number;
  /** How far the nose stands out. */
  readonly noseLength: number;
  /** Width of the nose. */
  readonly noseWidth: number;
  /** From the eyes down to the chin. */
  readonly lowerLength: number;
}

/** Vertices in the middle, about the tip of the nose, in centimetres of the canonical face. */
const NOSE = { x: 0, y: -0.6, radius: 2.4 };
const EYE_LINE_Y = 2.4;
const CHIN_Y = -8.9;

/** The same face with other proportions: what tells one drawn person from another, beside the colours. Pure. */
export function reshapeFace(face: CanonicalFaceData, proportions: Proportions): CanonicalFaceData {
  const { jawWidth, lowerLength, noseLength, noseWidth, width } = proportions;
  const vertices = [...face.vertices];
  for (let vertex = 0; vertex < vertices.length; vertex += 5) {
    const [x = 0, y = 0, z = 0] = vertices.slice(vertex, vertex + 3);
    const lower = Math.min(1, Math.max(0, (EYE_LINE_Y - y) / (EYE_LINE_Y - CHIN_Y)));
    const nose = Math.exp(-((x - NOSE.x) ** 2 + (y - NOSE.y) ** 2) / NOSE.radius ** 2);
    vertices[vertex] = x * width * (1 + (jawWidth - 1) * lower) * (1 + (noseWidth - 1) * nose);
    vertices[vertex + 1] = y < EYE_LINE_Y ? EYE_LINE_Y + (y - EYE_LINE_Y) * lowerLength : y;
    vertices[vertex + 2] = z + (noseLength - 1) * 4 * nose;
  }
  return { vertices, triangles: face.triangles };
}
