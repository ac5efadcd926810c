/** `npm run model`: builds the face model from the pinned npm packages. */
import { buildFaceModel } from './build-face-model.ts';
import { FaceModelError } from './pinned-file.ts';

try {
  const written = await buildFaceModel();
  for (const path of written) console.log(`made ${path}`);
  if (written.length === 0) console.log('face model: up to date');
} catch (error) {
  if (!(error instanceof FaceModelError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
