import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { ServiceOptions } from '../../../src/service/index.ts';
import { type Answer, runService } from '../run-service.ts';
import { PacedClient } from './paced-client.ts';

/** A service, and a client that has activated its token there. */
export async function openSession(t: TestContext, overrides: Partial<ServiceOptions> = {}) {
  const service = await runService(t, overrides);
  const client = new PacedClient(service, await service.mintToken());
  const activation = await client.activate();
  return { service, client, activation };
}

/** Holds an answer to the contract's shape of a refusal. */
export function assertRefused(
  { status, body }: Answer,
  expectedStatus: number,
  code: string,
): void {
  assert.deepEqual(
    { status, code: body.code, ok: body.ok },
    { status: expectedStatus, code, ok: false },
  );
  assert.equal(typeof body.message, 'string');
  assert.ok(Array.isArray(body.errors));
}
