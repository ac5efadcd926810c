import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type CanonicalFace, readCanonicalFace } from '../../tools/face-model/canonical-face.ts';

/** Where the geometry metadata lies in the pack of the pinned @mediapipe/face_mesh. */
const METADATA = { from: 3_737_848, to: 3_757_224 };

/** The canonical face, straight from the npm package: tests of pure code need no built assets. */
export async function loadTestFace(): Promise<CanonicalFace> {
  const pack = createRequire(import.meta.url).resolve(
    '@mediapipe/face_mesh/face_mesh_solution_packed_assets.data',
  );
  const file = await open(pack);
  try {
    const bytes = new Uint8Array(METADATA.to - METADATA.from);
    await file.read(bytes, 0, bytes.length, METADATA.from);
    return readCanonicalFace(bytes);
  } finally {
    await file.close();
  }
}
