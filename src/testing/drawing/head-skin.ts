import { BufferAttribute, BufferGeometry, Mesh } from 'three';
import type { Expression } from '../expression.ts';
import { eyeOpening, FACE_OVAL, LEFT_EYE, LIPS_INNER, RIGHT_EYE } from '../face-regions.ts';
import { applyExpression, createFaceShape } from '../face-shape.ts';
import type { Appearance } from './appearance.ts';
import type { CanonicalFaceData } from './canonical-face-data.ts';
import { createFaceTexture } from './face-texture.ts';
import { createSoftMaterial } from './soft-material.ts';

/** The skin of a head: the canonical face, and sides that lead from its rim to under the hair and the chin. */
export interface HeadSkin {
  readonly mesh: Mesh;
  /** Moves the skin into an expression. */
  apply(expression: Expression): void;
}

/** The sides are rings of the rim's vertices, further and further back. */
const RING_COUNT = 5;

/** Builds the skin. The caller disposes its geometry, material and texture. */
export function createHeadSkin(face: CanonicalFaceData, appearance: Appearance): HeadSkin {
  const shape = createFaceShape(face.vertices);
  const faceCount = face.vertices.length / 5;
  const vertexCount = faceCount + RING_COUNT * FACE_OVAL.length;
  const positions = new BufferAttribute(new Float32Array(vertexCount * 3), 3);
  const faceTarget = positions.array.subarray(0, faceCount * 3) as Float32Array;

  const uvs = new Float32Array(vertexCount * 2);
  for (let vertex = 0; vertex < vertexCount; vertex += 1) {
    const source = vertex < faceCount ? vertex : rimVertex(vertex - faceCount);
    uvs.set(face.vertices.slice(source * 5 + 3, source * 5 + 5), vertex * 2);
  }

  const geometry = new BufferGeometry();
  geometry.setAttribute('position', positions);
  geometry.setAttribute('uv', new BufferAttribute(uvs, 2));
  geometry.setIndex([...withoutOpenings(face.triangles), ...sideTriangles(faceCount)]);
  const mesh = new Mesh(
    geometry,
    createSoftMaterial({
      map: createFaceTexture(face.vertices, appearance),
    }),
  );
  mesh.frustumCulled = false;

  return {
    mesh,
    apply(expression) {
      applyExpression(shape, expression, faceTarget);
      placeSides(positions.array as Float32Array, faceCount);
      positions.needsUpdate = true;
      geometry.computeVertexNormals();
    },
  };
}

const rimVertex = (sideVertex: number): number => FACE_OVAL[sideVertex % FACE_OVAL.length] ?? 0;

/** Leads every rim vertex in a curve to the outline of the skull, or, below the ears, to the neck. */
function placeSides(positions: Float32Array, faceCount: number): void {
  for (let side = 0; side < RING_COUNT * FACE_OVAL.length; side += 1) {
    const share = (Math.floor(side / FACE_OVAL.length) + 1) / RING_COUNT;
    const rim = rimVertex(side) * 3;
    const [x, y, z] = [positions[rim] ?? 0, positions[rim + 1] ?? 0, positions[rim + 2] ?? 0];
    const angle = Math.atan2(y - 1, x);
    const up = Math.max(0, Math.sin(angle));
    const [endX, endY] = [Math.cos(angle) * (7 + 0.6 * up), 1 + Math.sin(angle) * (8 + 3 * up)];
    const bulge = 4 * share * (1 - share) * (0.2 + 0.9 * up);
    const target = (faceCount + side) * 3;
    positions[target] = x + (endX - x) * share ** 1.6 + Math.cos(angle) * bulge * 0.6;
    positions[target + 1] = y + (endY - y) * share ** 1.6 + Math.sin(angle) * bulge;
    positions[target + 2] = z + (-6.5 - z) * share;
  }
}

function sideTriangles(faceCount: number): number[] {
  const count = FACE_OVAL.length;
  const vertexAt = (ring: number, step: number): number =>
    ring < 0 ? rimVertex(step) : faceCount + ring * count + (step % count);
  const triangles: number[] = [];
  for (let ring = -1; ring < RING_COUNT - 1; ring += 1) {
    for (let step = 0; step < count; step += 1) {
      const [a, b] = [vertexAt(ring, step), vertexAt(ring, step + 1)];
      const [c, d] = [vertexAt(ring + 1, step), vertexAt(ring + 1, step + 1)];
      triangles.push(a, b, c, b, d, c);
    }
  }
  return triangles;
}

/** The mesh covers eyes and mouth with skin; those triangles go. */
function withoutOpenings(triangles: readonly number[]): number[] {
  const openings = [eyeOpening(RIGHT_EYE), eyeOpening(LEFT_EYE), LIPS_INNER].map(
    (vertices) => new Set<number>(vertices),
  );
  const kept: number[] = [];
  for (let index = 0; index < triangles.length; index += 3) {
    const corners = triangles.slice(index, index + 3);
    if (!openings.some((opening) => corners.every((corner) => opening.has(corner)))) {
      kept.push(...corners);
    }
  }
  return kept;
}
