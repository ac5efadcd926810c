import {
  appended,
  countOf,
  joined,
  leb128,
  readBodies,
  readSections,
  SECTION,
  sectionOf,
  WasmReader,
  withSection,
  writeBodies,
  writeSections,
} from './wasm-file.ts';

/** i32, mutable, 0. */
const FLAG = Uint8Array.of(0x7f, 1, 0x41, 0, 0x0b);
const GLOBAL_EXPORT = 3;
const PREFIX = 'ran';

/** The same module, in which each function that it defines raises a flag of its own when it is called. */
export function recordFunctions(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const bodies = readBodies(sectionOf(wasm, 'code'));
  const firstFlag = countOf(sectionOf(wasm, 'global'));
  const flags = bodies.map(() => FLAG);
  const exports = bodies.map((_, index) => {
    const name = new TextEncoder().encode(`${PREFIX}${index}`);
    return Uint8Array.from([
      ...[...leb128(name.length), ...name],
      ...[GLOBAL_EXPORT, ...leb128(firstFlag + index)],
    ]);
  });
  const recording = bodies.map((body, index) => {
    const start = endOfLocals(body);
    const raiseFlag = Uint8Array.from([0x41, 1, 0x24, ...leb128(firstFlag + index)]);
    return joined([body.subarray(0, start), raiseFlag, body.subarray(start)]);
  });
  let changed = withSection(readSections(wasm), SECTION.global, (bytes) => appended(bytes, flags));
  changed = withSection(changed, SECTION.export, (bytes) => appended(bytes, exports));
  return writeSections(withSection(changed, SECTION.code, () => writeBodies(recording)));
}

/** Indices of the defined functions that have run since the last call. */
export function takeRecorded(instances: readonly WebAssembly.Instance[]): Set<number> {
  const ran = new Set<number>();
  for (const { exports } of instances) {
    for (const [name, value] of Object.entries(exports)) {
      if (!name.startsWith(PREFIX) || !(value instanceof WebAssembly.Global) || !value.value)
        continue;
      ran.add(Number(name.slice(PREFIX.length)));
      value.value = 0;
    }
  }
  return ran;
}

function endOfLocals(body: Uint8Array): number {
  const reader = new WasmReader(body);
  for (let left = reader.number(); left > 0; left--) {
    reader.number();
    reader.byte();
  }
  return reader.at;
}
