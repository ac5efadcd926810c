import { pacedSubmitRequestSchema } from '../../submission/session-wire.ts';
import { FACE_LIVENESS_PATH } from '../../submission/wire.ts';
import { acceptedSchema } from './answers.ts';
import { BODY_REFUSALS, SESSION_REFUSALS } from './common-refusals.ts';
import type { Operation } from './operation.ts';

/** What the page asks for without a session. */
export const PAGE_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: FACE_LIVENESS_PATH,
    tag: 'For pages',
    id: 'submitImages',
    summary: 'Submits the images of a check',
    description:
      'Spends the token. Each image is a JPEG of at most 1 MB as a data URI, the neutral face first. A refused submission leaves the token good, unless it says otherwise. `session` ends a paced session: the images are then those of its last step.',
    credentials: ['submission-token'],
    body: { name: 'Submission', schema: pacedSubmitRequestSchema },
    answer: {
      status: 202,
      description: 'The images will be looked at.',
      content: { name: 'AcceptedJob', schema: acceptedSchema },
    },
    refusals: [
      ...BODY_REFUSALS,
      ...SESSION_REFUSALS,
      'invalid-image',
      'evidence-invalid',
      'session-required',
      'link-revoked',
      'step-repeated',
      'step-out-of-order',
      'step-late',
      'frames-missing',
      'locked-out',
      'busy',
    ],
  },
];
