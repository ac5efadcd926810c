import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import * as v from 'valibot';
import { VERDICT_ALGORITHM, VERDICT_TYPE } from './sign-verdict.ts';
import type { PublishedKeys } from './signing-keys.ts';
import { type VerdictClaims, verdictClaimsSchema } from './verdict-claims.ts';

/**
 * Verifies a signed verdict with published keys, offline.
 * @returns what was signed, and when by the service's clock
 * @throws Error that says what is wrong
 */
export async function verifyVerdict(
  jws: string,
  keys: PublishedKeys,
): Promise<{ readonly claims: VerdictClaims; readonly signedAt: Date }> {
  const { payload } = await jwtVerify(jws, createLocalJWKSet(keys), {
    algorithms: [VERDICT_ALGORITHM],
    typ: VERDICT_TYPE,
    requiredClaims: ['iat'],
  }).catch((error: unknown) => {
    throw new Error(describe(error), { cause: error });
  });
  const claims = v.safeParse(verdictClaimsSchema, payload);
  if (!claims.success)
    throw new Error('It is signed, and of a kind that this version does not know.');
  return { claims: claims.output, signedAt: new Date((payload.iat ?? 0) * 1000) };
}

function describe(error: unknown): string {
  if (error instanceof errors.JWKSNoMatchingKey) return 'None of the published keys has signed it.';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'The signature is wrong.';
  return 'It is no signed verdict.';
}
