import { PbfReader } from 'pbf';

/** Google's canonical face: the neutral shape that every tracked face is fitted to. Lengths are centimetres. */
export interface CanonicalFace {
  /** Five numbers per vertex: x, y, z in centimetres (y up, z towards the viewer), then u, v of the texture. */
  readonly vertices: number[];
  /** Three vertex indices per triangle. */
  readonly triangles: number[];
}

/** MediaPipe's face mesh without the irises. */
const VERTEX_COUNT = 468;
const TRIANGLE_COUNT = 898;
const NUMBERS_PER_VERTEX = 5;

/**
 * Reads the canonical face out of `geometry_pipeline_metadata_landmarks.binarypb`. Numbers are rounded to
 * four decimals (a micrometre), which keeps the JSON small.
 *
 * The fields are those of MediaPipe's `geometry_pipeline_metadata.proto` and `mesh_3d.proto`.
 *
 * @throws RangeError when the file does not hold the 468 vertices and 898 triangles that everything is built on.
 */
export function readCanonicalFace(binarypb: Uint8Array): CanonicalFace {
  const face = new PbfReader(binarypb).readFields(
    (field, result: CanonicalFace, pbf) => {
      if (field === 1) pbf.readMessage(readMesh, result);
    },
    { vertices: [], triangles: [] },
  );
  const { vertices, triangles } = face;
  if (
    vertices.length !== VERTEX_COUNT * NUMBERS_PER_VERTEX ||
    triangles.length !== TRIANGLE_COUNT * 3 ||
    !vertices.every(Number.isFinite) ||
    !triangles.every((index) => index < VERTEX_COUNT)
  ) {
    throw new RangeError(
      `the geometry metadata holds ${vertices.length / NUMBERS_PER_VERTEX} vertices and ${triangles.length / 3} triangles; expected ${VERTEX_COUNT} and ${TRIANGLE_COUNT}`,
    );
  }
  return { vertices: vertices.map((value) => Math.round(value * 1e4) / 1e4), triangles };
}

/** `Mesh3d`: field 3 is the vertex buffer, field 4 the index buffer; both repeated, packed or not. */
function readMesh(field: number, face: CanonicalFace, pbf: PbfReader): void {
  if (field === 3) pbf.readPackedFloat(face.vertices);
  else if (field === 4) pbf.readPackedVarint(face.triangles);
}
