import { SignJWT } from 'jose';
import type { StoredJob } from '../jobs/job.ts';
import type { PublishedKeys, SigningKeys } from './signing-keys.ts';
import { type VerdictClaims, verdictClaimsOf } from './verdict-claims.ts';

/** Names the kind of a signed verdict, so that nothing else that a key signs can pass for one. */
export const VERDICT_TYPE = 'nodeflux-liveness-verdict+jws';
/** The one algorithm; a verifier takes no other, whatever a header says. */
export const VERDICT_ALGORITHM = 'ES256';

/** Signs verdicts for auditors. */
export interface VerdictSigning {
  /** The verdict of a finished job as a compact JWS; undefined while there is none. */
  sign(job: StoredJob): Promise<string | undefined>;
  /** What it is verified with. */
  readonly published: PublishedKeys;
}

/** Makes what signs verdicts with the first of the keys. */
export function createVerdictSigning(keys: SigningKeys, now: () => number): VerdictSigning {
  return {
    published: keys.published,
    async sign(job) {
      const claims: VerdictClaims | undefined = verdictClaimsOf(job);
      if (!claims) return undefined;
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: VERDICT_ALGORITHM, kid: keys.kid, typ: VERDICT_TYPE })
        .setIssuedAt(Math.floor(now() / 1000))
        .sign(keys.key);
    },
  };
}
