import type { Option } from './option.ts';

/** HTML writes a bare attribute for "on"; Vue and Svelte write `"true"` and `"false"`; people write words. */
const WORDS: Readonly<Record<string, boolean>> = {
  '': true,
  on: true,
  true: true,
  off: false,
  false: false,
};

/** An option that is on or off, in every way that HTML and frameworks write it. */
export function onOffOption(name: string, otherwise: boolean): Option<boolean> {
  return {
    name,
    otherwise,
    accepts: '"on" or "off" ("true" or "false", or the bare attribute for on)',
    read: (given) => (typeof given === 'boolean' ? given : readWord(name, given)),
  };
}

// Templates also write `passive="passive"`, as HTML’s own boolean attributes may be written.
function readWord(name: string, given: unknown): boolean | undefined {
  if (typeof given !== 'string') return undefined;
  const word = given.trim().toLowerCase();
  return word === name || (Object.hasOwn(WORDS, word) ? WORDS[word] : undefined);
}
