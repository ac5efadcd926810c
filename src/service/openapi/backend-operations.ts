import { SIGNING_KEYS_PATH } from '../../submission/job-wire.ts';
import {
  JOBS_PATH,
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
  signatureAnswerSchema,
  signatureRequestSchema,
  submissionTokenAnswerSchema,
  submissionTokenRequestSchema,
} from '../../submission/wire.ts';
import { jobSchema } from './answers.ts';
import { BODY_REFUSALS } from './common-refusals.ts';
import type { Operation } from './operation.ts';

/** What an integrator’s backend asks for: tokens and verdicts. */
export const BACKEND_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: SIGNATURES_PATH,
    tag: 'For backends',
    id: 'createSignature',
    summary: 'Signs an instant with an access key',
    description:
      'The first half of an authorization key. The whole of it is `NODEFLUX-HMAC-SHA256 Credential={access key}/{first 8 characters of the timestamp}/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic, SignedHeaders=x-nodeflux-timestamp, Signature={token}`. Each mints one submission token.',
    body: { name: 'SignatureRequest', schema: signatureRequestSchema },
    answer: {
      status: 200,
      description: 'The signature, and the instant that it signs.',
      content: { name: 'Signature', schema: signatureAnswerSchema },
    },
    refusals: [...BODY_REFUSALS, 'not-authenticate', 'rate-limited'],
  },
  {
    method: 'post',
    path: SUBMISSION_TOKENS_PATH,
    tag: 'For backends',
    id: 'createSubmissionToken',
    summary: 'Mints a one-time submission token',
    description:
      'Hand it to the page of one person. The body is `null`, as in the vendor’s contract, or names the person, so that failed checks are counted by person rather than by address. Only a hash of the name is kept.',
    credentials: ['authorization-key'],
    body: { name: 'SubmissionTokenRequest', schema: submissionTokenRequestSchema },
    answer: {
      status: 200,
      description: 'The token.',
      content: { name: 'SubmissionToken', schema: submissionTokenAnswerSchema },
    },
    refusals: [
      'bad-request',
      'payload-too-large',
      'not-authenticate',
      'rate-limited',
      'locked-out',
    ],
  },
  {
    method: 'get',
    path: `${JOBS_PATH}/:id`,
    tag: 'For backends',
    id: 'readJob',
    summary: 'Reads a job and its result',
    description:
      'Ask again while `status` is `on going`. A submission token reads its own job only; an authorization key reads the jobs of its access key, with `details`, and once it is finished `verdict_jws`, where the service signs verdicts.',
    credentials: ['authorization-key', 'submission-token'],
    answer: {
      status: 200,
      description: 'The job.',
      content: { name: 'Job', schema: jobSchema },
    },
    refusals: ['not-authenticate', 'not-found', 'rate-limited'],
  },
  {
    method: 'get',
    path: SIGNING_KEYS_PATH,
    tag: 'For backends',
    id: 'readSigningKeys',
    summary: 'The public keys that signed verdicts are verified with',
    description:
      'For anybody. The key that signs comes first; earlier ones stay until they have been retired for as long as the operator says.',
    answer: {
      status: 200,
      description: 'A JWK Set.',
      content: { mediaType: 'application/jwk-set+json' },
    },
    refusals: [],
  },
];
