import { clearDeadTexts } from './clear-dead-texts.ts';
import { referencesOf } from './references-of.ts';
import {
  readBodies,
  readDataSegments,
  readSections,
  SECTION,
  withSection,
  writeBodies,
  writeSections,
} from './wasm-file.ts';

/** No locals, `unreachable`, end. */
const TRAP = Uint8Array.of(0, 0x00, 0x0b);

/**
 * The same module, in which every function that is not kept is a trap, without the texts that only those used.
 *
 * @param kept indices of functions that the module defines
 * @param fill what stands in the place of the texts
 */
export function cutRuntime(
  wasm: Uint8Array,
  kept: ReadonlySet<number>,
  fill = 0,
): Uint8Array<ArrayBuffer> {
  const addresses = new Set<number>();
  let cut = withSection(readSections(wasm), SECTION.code, (code) =>
    writeBodies(
      readBodies(code).map((body, index) => {
        if (!kept.has(index)) return TRAP;
        for (const address of referencesOf(body).addresses) addresses.add(address);
        return body;
      }),
    ),
  );
  cut = withSection(cut, SECTION.data, (section) => {
    const data = section.slice();
    clearDeadTexts(readDataSegments(data), addresses, fill);
    return data;
  });
  return writeSections(cut);
}
