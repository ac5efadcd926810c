import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { type PublishedKeys, publishedKeysSchema } from '../audit/signing-keys.ts';
import { verifyEvidence } from '../audit/verify-evidence.ts';
import { verifyVerdict } from '../audit/verify-verdict.ts';
import { parseFlags } from './read-options.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * `verify <file> --jwks <file>`: verifies a signed verdict or an evidence file with published keys, offline, and prints what
 * was signed.
 * @throws UsageError for files that cannot be read; Error that says what is wrong with the verdict or the evidence
 */
export async function runVerifyCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const [file, ...rest] = args;
  if (!file || file.startsWith('--')) throw new UsageError('verify takes a file');
  const jwks = parseFlags(rest, ['jwks']).jwks?.at(-1);
  if (!jwks)
    throw new UsageError('verify takes --jwks <file>, as /.well-known/jwks.json answers it');
  const keys = keysOf(await read(jwks));
  const text = (await read(file)).trim();
  const verify = text.startsWith('{') ? verifyEvidence : verifyVerdict;
  const { claims, signedAt } = await verify(text, keys);
  const what = text.startsWith('{') ? 'Verdict and evidence are' : 'The verdict is';
  terminal.tell(`${what} as the service has signed it, by its clock at ${signedAt.toISOString()}:`);
  terminal.print(JSON.stringify(claims, undefined, 2));
  return 0;
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no file that can be read at ${file}`);
  });
}

function keysOf(text: string): PublishedKeys {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), publishedKeysSchema), text);
  if (!parsed.success) throw new UsageError('--jwks takes a JWK Set of P-256 keys');
  return parsed.output;
}
