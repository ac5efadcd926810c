import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLivenessClient } from '../../../src/server/index.ts';
import { generateKeys } from '../../../src/service/index.ts';
import { FACE_LIVENESS_PATH } from '../../../src/submission/wire.ts';
import { percentile } from '../../bench/report/percentile.ts';
import { FAIRNESS_ATTACKERS, HONEST_ADDRESS } from './fairness-attackers.ts';
import { readBody } from './read-body.ts';
import { spawnMember } from './spawn-member.ts';

/** How honest people fared beside an attacker. */
export interface FairnessResult {
  readonly attacker: string;
  readonly checks: number;
  /** Honest checks that were refused or got no verdict. */
  readonly refused: number;
  /** From the wish for a token to the verdict, median and 95th percentile, in ms. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Requests of the attacker that were answered. */
  readonly answered: number;
}

/** The attacker is at work for so long before the first honest check. */
const HEAD_START_MS = 500;
/** Between two questions for a verdict. */
const POLL_MS = 10;
/** The integrator's backend, for all of its people. */
const BACKEND_ADDRESS = '192.0.2.1';

/** Lets so many honest people do a check each, one after the other, beside this attacker. */
export async function runFairness(attacker: string, checks: number): Promise<FairnessResult> {
  const attack = FAIRNESS_ATTACKERS[attacker];
  if (!attack) throw new RangeError(`There is no attacker "${attacker}".`);
  const folder = await mkdtemp(join(tmpdir(), 'liveness-fairness-'));
  const [keys, otherKeys] = [generateKeys(), generateKeys()];
  const dataFile = join(folder, 'service.db');
  const service = await spawnMember({ role: 'both', dataFile, limited: true, otherKeys }, keys);
  const ending = new AbortController();
  let answered = 0;
  const from =
    (address: string, note: () => void = () => undefined): typeof fetch =>
    async (input, init) => {
      const request = new Request(input, init);
      request.headers.set('x-forwarded-for', address);
      const answer = await fetch(request);
      note();
      return answer;
    };
  try {
    const { url } = service;
    const body = await readBody();
    const attacking = attack({
      ...{ url, keys, otherKeys, body },
      from: (address) => from(address, () => answered++),
      signal: ending.signal,
    });
    await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
    const client = createLivenessClient({
      baseUrl: url,
      ...keys,
      fetch: from(BACKEND_ADDRESS),
      // The helper’s own patience would hide what is measured.
      sleep: () => new Promise((resolve) => setTimeout(resolve, POLL_MS)),
    });
    const page = from(HONEST_ADDRESS);
    const timesMs: number[] = [];
    let refused = 0;
    for (let person = 0; person < checks; person += 1) {
      const startedAtMs = performance.now();
      try {
        const token = await client.createSubmissionToken({ subject: `honest-${person}` });
        const answer = await page(url + FACE_LIVENESS_PATH, {
          method: 'POST',
          headers: { authorization: token, 'content-type': 'application/json' },
          body,
        });
        const { job_id: jobId } = (await answer.json()) as { job_id?: string };
        if (!jobId) throw new Error(`refused with ${answer.status}`);
        const verdict = await client.waitForVerdict(jobId, { submissionToken: token });
        if (verdict.status !== 'judged') throw new Error(verdict.status);
      } catch {
        refused += 1;
      }
      timesMs.push(performance.now() - startedAtMs);
    }
    ending.abort();
    await attacking;
    const [p50Ms, p95Ms] = [percentile(timesMs, 0.5), percentile(timesMs, 0.95)];
    return { attacker, checks, refused, p50Ms, p95Ms, answered };
  } finally {
    ending.abort();
    await service.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
