import { FaceLandmarker } from '@mediapipe/tasks-vision';
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import { expect } from '@open-wc/testing';
import { faceAssets } from '../../src/face/face-assets.ts';
import { pixelCanvas } from '../../src/face/pixel-canvas.ts';
import { itWith } from '../engine-feature.ts';
import { facePicture, pixelsOf, realParts, unpackedFrom } from './real-parts.ts';

const POSES = ['neutral', 'blink', 'smile', 'turn-left', 'nod-down', 'nobody'] as const;

/** The landmarker alone, on a canvas of ours or on a real one. */
async function landmarkerOn(canvas: OffscreenCanvas): Promise<FaceLandmarker> {
  Object.assign(globalThis, { ModuleFactory });
  return FaceLandmarker.createFromOptions(
    {
      wasmLoaderPath: '',
      wasmBinaryPath: URL.createObjectURL(new Blob([await unpackedFrom(faceAssets({}).wasm)])),
    },
    {
      baseOptions: { modelAssetBuffer: (await realParts()).landmarkerBundle, delegate: 'CPU' },
      canvas,
      runningMode: 'VIDEO',
      outputFacialTransformationMatrixes: true,
    },
  );
}

describe('a pixel canvas', () => {
  itWith('WebGL', 'gives the landmarker, point for point, what WebGL gives it', async () => {
    const [ours, theirs] = [
      await landmarkerOn(pixelCanvas()),
      await landmarkerOn(new OffscreenCanvas(1, 1)),
    ];
    let atMs = 0;
    for (const name of POSES) {
      const pixels = pixelsOf(await facePicture(name));
      for (let frame = 0; frame < 3; frame++) {
        atMs += 33;
        const seen = ours.detectForVideo(pixels, atMs);
        expect(seen, name).to.deep.equal(theirs.detectForVideo(pixels, atMs));
        expect(seen.faceLandmarks.length, name).to.equal(name === 'nobody' ? 0 : 1);
      }
    }
    ours.close();
    theirs.close();
  });

  const context = () => pixelCanvas().getContext('webgl2') as WebGL2RenderingContext;

  /** Puts a picture on a texture that is attached for reading. */
  function withPicture(width: number, height: number) {
    const gl = context();
    const texture = gl.createTexture();
    gl.bindTexture(0, texture);
    gl.texImage2D(0, 0, 0, 0, 0, new ImageData(width, height));
    gl.framebufferTexture2D(0, 0, 0, texture, 0);
    return gl;
  }
  const read = (gl: WebGL2RenderingContext, width: number, height: number) =>
    gl.readPixels(0, 0, width, height, 0, 0, new Uint8Array(4 * width * height), 0);

  it('gives a picture once: without a new one there is nothing to see', () => {
    const gl = withPicture(4, 3);
    read(gl, 4, 3);
    expect(() => read(gl, 4, 3)).to.throw(TypeError);
  });

  it('gives no part of a picture, and none of another size', () => {
    expect(() => read(withPicture(4, 3), 3, 4)).to.throw(RangeError);
  });

  it('takes nothing but pixels', () => {
    const gl = context();
    gl.bindTexture(0, gl.createTexture());
    expect(() => gl.texImage2D(0, 0, 0, 0, 0, new OffscreenCanvas(1, 1))).to.throw(TypeError);
  });

  it('draws nothing: a graph that would need that fails', () => {
    expect(() => context().drawArrays(0, 0, 3)).to.throw(TypeError);
  });
});
