import { expect } from '@open-wc/testing';
import type { FaceAssets } from '../../src/face/asset-source.ts';
import { faceAssets } from '../../src/face/face-assets.ts';
import { FaceGraph } from '../../src/face/face-graph.ts';
import { startFaceTracker } from '../../src/face/face-tracker.ts';
import { startWithFallback } from '../../src/face/fallback-tracker.ts';
import type { RuntimeFallback } from '../../src/face/runtime-fault.ts';
import { recordFunctions, takeRecorded } from '../../tools/runtime/record-functions.ts';
import {
  countImportedFunctions,
  readBodies,
  readSections,
  SECTION,
  sectionOf,
  withSection,
  writeBodies,
  writeSections,
} from '../../tools/runtime/wasm-file.ts';
import { facePicture, pixelsOf, realParts, sizeOf, unpackedFrom } from './real-parts.ts';

const TRAP = Uint8Array.of(0, 0x00, 0x0b);

/** The small runtime without some of its functions. */
function without(wasm: Uint8Array, functions: readonly number[]): Uint8Array<ArrayBuffer> {
  return writeSections(
    withSection(readSections(wasm), SECTION.code, (code) =>
      writeBodies(readBodies(code).map((body, index) => (functions.includes(index) ? TRAP : body))),
    ),
  );
}

describe('the small runtime that lacks a function', () => {
  const assets = faceAssets({});
  let small: Uint8Array<ArrayBuffer>;
  let imported = 0;
  /** Of those that it defines: those that a start runs, and those that only a face runs. */
  const ran = { atStart: [] as number[], atFace: [] as number[] };

  before(async () => {
    small = await unpackedFrom(assets.wasm);
    imported = countImportedFunctions(sectionOf(small, 'import'));
    const instances: WebAssembly.Instance[] = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (async (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
      const instance = await instantiate(module, imports);
      instances.push(instance);
      return instance;
    }) as typeof instantiate;
    const wasm = await WebAssembly.compile(recordFunctions(small));
    // The search of bystanders, which comes later, runs no other functions.
    const graph = await FaceGraph.begin({ ...(await realParts()), wasm }).finally(() => {
      WebAssembly.instantiate = instantiate;
    });
    const atStart = takeRecorded(instances);
    const person = await facePicture('neutral');
    graph.look(pixelsOf(person), sizeOf(person), 33);
    ran.atStart = [...atStart];
    ran.atFace = [...takeRecorded(instances)].filter((index) => !atStart.has(index));
    graph.close();
  });

  /** Looks at a person with a small runtime without these functions. */
  async function lookWithout(functions: readonly number[]) {
    const url = URL.createObjectURL(new Blob([without(small, functions)]));
    const lacking: FaceAssets = { ...assets, wasm: { url } };
    const fallbacks = new Set<RuntimeFallback | undefined>();
    const loaded: string[] = [];
    const told: string[] = [];
    const tracker = await startWithFallback(
      (these, onProgress) => {
        loaded.push(these.wasm.url === url ? 'small' : 'whole');
        const script = new URL('../../src/face/tracker-worker.ts', import.meta.url);
        return startFaceTracker(new Worker(script, { type: 'module' }), these, onProgress);
      },
      lacking,
      (_loadedBytes, _totalBytes, fallback) => fallbacks.add(fallback),
      (message) => told.push(message),
    );
    const afterStart = [...loaded];
    const image = await facePicture('neutral');
    const { widthPx, heightPx } = sizeOf(image);
    const signals = await tracker.track({ image, widthPx, heightPx, capturedAtMs: 33 });
    tracker.close();
    URL.revokeObjectURL(url);
    return { signals, afterStart, loaded, told, fallback: [...fallbacks].at(-1) };
  }

  it('at its start is replaced by the whole one, with the number of the function', async () => {
    const missing = ran.atStart.at(-1) ?? 0;
    const { signals, afterStart, fallback, told } = await lookWithout([missing]);
    expect(signals.faceCount).to.equal(1);
    expect(afterStart).to.deep.equal(['small', 'whole']);
    expect(fallback?.during).to.equal('start');
    expect(fallback?.functions).to.include(imported + missing);
    expect(told).to.have.length(1);
  });

  it('for a face is replaced by the whole one in the middle, which sees that very face', async () => {
    expect(ran.atFace.length).to.be.greaterThan(50);
    const missing = ran.atFace.at(-1) ?? 0;
    const { signals, afterStart, loaded, fallback } = await lookWithout([missing]);
    expect(afterStart).to.deep.equal(['small']);
    expect(loaded).to.deep.equal(['small', 'whole']);
    expect(signals.face?.box.height).to.be.greaterThan(0.3);
    expect(fallback?.during).to.equal('frame');
    expect(fallback?.functions).to.include(imported + missing);
  });

  it('that nobody calls is not missed', async () => {
    const { loaded, told } = await lookWithout([]);
    expect({ loaded, told }).to.deep.equal({ loaded: ['small'], told: [] });
  });
});
