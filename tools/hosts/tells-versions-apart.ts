import { VERSION } from '../../src/version.ts';

/** As bundlers write hashes; a word of a name has no digit in it. */
const HASH = /^(?=.*\d)\w{6,}$/;

/**
 * Whether the address of a file of this version can be that of no other version: with the version or a hash in its name. Else
 * a cache that kept the file for long gives the old one to the new element.
 */
export function tellsVersionsApart(url: string): boolean {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  return name.includes(VERSION) || name.split(/[.-]/).some((part) => HASH.test(part));
}
