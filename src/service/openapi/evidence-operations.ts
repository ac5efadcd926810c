import {
  ERASURES_PATH,
  erasureAnswerSchema,
  erasureRequestSchema,
  jobImagesAnswerSchema,
} from '../../submission/job-wire.ts';
import { JOBS_PATH } from '../../submission/wire.ts';
import { evidenceFileSchema } from '../audit/evidence-file.ts';
import { BODY_REFUSALS } from './common-refusals.ts';
import type { Operation } from './operation.ts';

/** Kept images, and their end. */
export const EVIDENCE_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: `${JOBS_PATH}/:id/images`,
    tag: 'For backends',
    id: 'readJobImages',
    summary: 'Reads the images of a job that are kept',
    description:
      'For as long as `--keep-images` says; the first is the neutral face. Each reading is a line in the log.',
    credentials: ['authorization-key'],
    answer: {
      status: 200,
      description: 'The images, in the order sent.',
      content: { name: 'JobImages', schema: jobImagesAnswerSchema },
    },
    refusals: ['not-authenticate', 'not-found', 'rate-limited'],
  },
  {
    method: 'get',
    path: `${JOBS_PATH}/:id/evidence`,
    tag: 'For backends',
    id: 'readJobEvidence',
    summary: 'The evidence of a finished job, as one file',
    description:
      'What was asked, the chain that the client signed, what was found, the verdict and, where the service signs verdicts, its signature. No image, only their hashes. `nodeflux-liveness-service verify` verifies it offline.',
    credentials: ['authorization-key'],
    answer: {
      status: 200,
      description: 'The file.',
      content: { name: 'Evidence', schema: evidenceFileSchema },
    },
    refusals: ['not-authenticate', 'not-found', 'rate-limited'],
  },
  {
    method: 'delete',
    path: `${JOBS_PATH}/:id`,
    tag: 'For backends',
    id: 'eraseJob',
    summary: 'Erases a job with its images, its result, its token and its link',
    credentials: ['authorization-key'],
    answer: {
      status: 200,
      description: 'The receipt.',
      content: { name: 'Erasure', schema: erasureAnswerSchema },
    },
    refusals: ['not-authenticate', 'not-found', 'rate-limited'],
  },
  {
    method: 'post',
    path: ERASURES_PATH,
    tag: 'For backends',
    id: 'eraseSubject',
    summary: 'Erases every job and link of one person',
    description:
      'Of the `subject` that tokens or links were made for, with this access key. A check that is not submitted yet goes by itself, with its token.',
    credentials: ['authorization-key'],
    body: { name: 'ErasureRequest', schema: erasureRequestSchema },
    answer: {
      status: 200,
      description: 'The receipt; empty when nothing was known.',
      content: { name: 'Erasure', schema: erasureAnswerSchema },
    },
    refusals: [...BODY_REFUSALS, 'not-authenticate', 'rate-limited'],
  },
];
