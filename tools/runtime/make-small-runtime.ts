import { sha256Of } from '../face-model/pinned-file.ts';
import { cutRuntime } from './cut-runtime.ts';
import { readKeptFunctions } from './kept-functions.ts';
import { optimiseRuntime } from './optimise-runtime.ts';

/**
 * Makes the runtime that pages load first: what the face graph runs of MediaPipe's, as small as it goes.
 * @throws RangeError when the list of functions is of another runtime
 */
export async function makeSmallRuntime(wasm: Uint8Array): Promise<Uint8Array> {
  const { wasmSha256, kept } = readKeptFunctions();
  if (sha256Of(wasm) !== wasmSha256) {
    throw new RangeError(
      'tools/runtime/kept-functions.json numbers the functions of another runtime; run `npm run runtime:profile`.',
    );
  }
  return optimiseRuntime(cutRuntime(wasm, kept));
}
