import { expect } from '@open-wc/testing';
import { LivenessError } from '../../src/errors.ts';
import {
  awaitVerdict,
  resultProviderFor,
  verdictError,
} from '../../src/submission/await-verdict.ts';
import { tokenProviderFor } from '../../src/submission/token-source.ts';
import { stubFetch } from './stub-fetch.ts';

const { signal } = new AbortController();
const sleep = async (): Promise<void> => undefined;

async function failure(attempt: Promise<unknown>): Promise<LivenessError> {
  const error = await attempt.then(
    () => new Error('it went well'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof LivenessError)) throw error;
  return error;
}

describe('an address that redirects', () => {
  let restore = (): void => undefined;
  afterEach(() => restore());

  for (const status of [301, 302, 303, 307, 308]) {
    it(`is not followed for a token (${status})`, async () => {
      const stub = stubFetch(
        () => new Response(null, { status, headers: { location: 'https://evil.test/' } }),
      );
      ({ restore } = stub);
      const error = await failure(tokenProviderFor('/liveness/token')(signal));
      expect(error.code).to.equal('redirect-refused');
      expect(stub.sent.map(({ init }) => init.redirect)).to.deep.equal(['manual']);
    });

    it(`is not followed for a verdict (${status}), and the job is named`, async () => {
      const stub = stubFetch(
        () => new Response(null, { status, headers: { location: 'https://evil.test/' } }),
      );
      ({ restore } = stub);
      const ask = resultProviderFor('/liveness/result');
      const error = await failure(awaitVerdict(ask, 'job-1', sleep, signal));
      expect(error.jobId).to.equal('job-1');
      expect(['redirect-refused', 'result-unavailable']).to.include(error.code);
      expect(stub.sent.every(({ url }) => new URL(url).origin === location.origin)).to.equal(true);
    });
  }
});

describe('a verdict that ends the check badly', () => {
  it('names its job', () => {
    const verdict = { status: 'judged', live: false, liveness: 0.1 } as const;
    const error = verdictError(verdict, 'job-1');
    expect([error?.code, error?.jobId]).to.deep.equal(['not-live', 'job-1']);
  });
});
