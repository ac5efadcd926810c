import {
  ERASURES_PATH,
  erasureAnswerSchema,
  erasureRequestSchema,
  jobImagesAnswerSchema,
} from '../../submission/job-wire.ts';
import {
  LINK_ENDS_PATH,
  LINK_LOOK_PATH,
  LINK_TOKENS_PATH,
  LINK_VISITS_PATH,
  LINKS_PATH,
  linkAnswerSchema,
  linkLookAnswerSchema,
  linkRequestSchema,
  linkStateAnswerSchema,
  visitAnswerSchema,
  visitRequestSchema,
} from '../../submission/link-wire.ts';
import {
  activationRequestSchema,
  attemptRequestSchema,
  frameAnswerSchema,
  pacedSubmitRequestSchema,
  SESSION_ATTEMPTS_PATH,
  SESSION_FRAMES_PATH,
  SESSION_PATH,
  SESSION_STEPS_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
  sessionAnswerSchema,
  stepRequestSchema,
  swapRequestSchema,
  timeRequestSchema,
} from '../../submission/session-wire.ts';
import {
  FACE_LIVENESS_PATH,
  JOBS_PATH,
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
  signatureAnswerSchema,
  signatureRequestSchema,
  submissionTokenAnswerSchema,
  submissionTokenRequestSchema,
} from '../../submission/wire.ts';
import type { RefusalCode } from '../http/refusal.ts';
import { acceptedSchema, healthSchema, jobSchema, readinessSchema } from './answers.ts';
import type { Operation } from './operation.ts';

const BODY_REFUSALS: readonly RefusalCode[] = [
  'bad-request',
  'payload-too-large',
  'unsupported-media-type',
];
const SESSION_REFUSALS: readonly RefusalCode[] = [
  'not-authenticate',
  'session-origin',
  'session-missing',
  'rate-limited',
];

const BACKEND_OPERATIONS: readonly Operation[] = [
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
      'Ask again while `status` is `on going`. A submission token reads its own job only; an authorization key reads the jobs of its access key, with `details`.',
    credentials: ['authorization-key', 'submission-token'],
    answer: {
      status: 200,
      description: 'The job.',
      content: { name: 'Job', schema: jobSchema },
    },
    refusals: ['not-authenticate', 'not-found', 'rate-limited'],
  },
];

const EVIDENCE_OPERATIONS: readonly Operation[] = [
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
    method: 'delete',
    path: `${JOBS_PATH}/:id`,
    tag: 'For backends',
    id: 'eraseJob',
    summary: 'Erases a job with its images, its result and its token',
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
    summary: 'Erases every job of one person',
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

const PAGE_OPERATIONS: readonly Operation[] = [
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

const SESSION_OPERATIONS: readonly Operation[] = [
  sessionOperation(SESSION_PATH, 'openSession', 'Activates the token: opens a paced session', {
    status: 201,
    body: { name: 'Activation', schema: activationRequestSchema },
    refusals: ['session-repeated', 'evidence-invalid', 'locked-out'],
  }),
  sessionOperation(SESSION_STEPS_PATH, 'commitStep', 'Commits to a step, and reveals the next', {
    body: { name: 'StepRequest', schema: stepRequestSchema },
    refusals: ['step-repeated', 'step-out-of-order', 'step-late', 'evidence-invalid'],
  }),
  sessionOperation(SESSION_SWAPS_PATH, 'swapGesture', 'Asks for another gesture', {
    body: { name: 'Swap', schema: swapRequestSchema },
    refusals: ['swap-refused', 'step-repeated', 'step-out-of-order', 'step-late'],
  }),
  sessionOperation(
    SESSION_TIME_PATH,
    'giveMoreTime',
    'Asks for longer limits, or for a time once more',
    {
      body: { name: 'TimeRequest', schema: timeRequestSchema },
      refusals: ['repeat-refused', 'step-repeated', 'step-out-of-order', 'step-late'],
    },
  ),
  sessionOperation(SESSION_ATTEMPTS_PATH, 'beginAttempt', 'Begins again, and asks the same', {
    body: { name: 'Attempt', schema: attemptRequestSchema },
    refusals: ['attempts-exhausted', 'step-repeated', 'step-out-of-order'],
  }),
  {
    method: 'post',
    path: SESSION_FRAMES_PATH,
    tag: 'Paced sessions',
    id: 'keepFrame',
    summary: 'Takes the image of one committed frame',
    credentials: ['submission-token'],
    body: { mediaType: 'image/jpeg' },
    answer: {
      status: 200,
      description: 'How many committed frames are still missing.',
      content: { name: 'FrameKept', schema: frameAnswerSchema },
    },
    refusals: [
      ...SESSION_REFUSALS,
      'payload-too-large',
      'unsupported-media-type',
      'invalid-image',
      'evidence-invalid',
      'frame-unknown',
    ],
  },
];

const LINK_REFUSALS: readonly RefusalCode[] = [
  'link-unknown',
  'link-used',
  'link-expired',
  'link-revoked',
  'rate-limited',
];

const LINK_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: LINKS_PATH,
    tag: 'Checks by link',
    id: 'createCheckLink',
    summary: 'Makes a check by link',
    description:
      'Give `url` to the person and to nobody else; its fragment, which is sent to no server, is the secret. `return_url` is at an origin of `--return-origin`; the person comes back to it with `job_id` and `state`.',
    credentials: ['authorization-key'],
    body: { name: 'CheckLinkRequest', schema: linkRequestSchema },
    answer: {
      status: 201,
      description: 'The link.',
      content: { name: 'CheckLink', schema: linkAnswerSchema },
    },
    refusals: [...BODY_REFUSALS, 'not-authenticate', 'rate-limited'],
  },
  {
    method: 'post',
    path: LINK_LOOK_PATH,
    tag: 'Checks by link',
    id: 'lookAtLink',
    summary: 'Tells the hosted page what to show; changes nothing',
    credentials: ['link'],
    answer: {
      status: 200,
      description: 'What is shown before the check.',
      content: { name: 'CheckLinkLook', schema: linkLookAnswerSchema },
    },
    refusals: LINK_REFUSALS,
  },
  {
    method: 'post',
    path: LINK_VISITS_PATH,
    tag: 'Checks by link',
    id: 'visitLink',
    summary: 'Exchanges a link, once, for a visit',
    credentials: ['link'],
    body: { name: 'LinkVisit', schema: visitRequestSchema },
    answer: {
      status: 201,
      description: 'The visit is good for half an hour at least.',
      content: { name: 'LinkVisited', schema: visitAnswerSchema },
    },
    refusals: [...BODY_REFUSALS, ...LINK_REFUSALS],
  },
  {
    method: 'post',
    path: LINK_TOKENS_PATH,
    tag: 'Checks by link',
    id: 'createVisitToken',
    summary: 'Mints the token of an attempt for a visit',
    credentials: ['link'],
    answer: {
      status: 200,
      description: 'The token.',
      content: { name: 'SubmissionToken', schema: submissionTokenAnswerSchema },
    },
    refusals: [...LINK_REFUSALS, 'locked-out', 'busy'],
  },
  {
    method: 'post',
    path: LINK_ENDS_PATH,
    tag: 'Checks by link',
    id: 'endVisit',
    summary: 'Gives the check of a visit up',
    credentials: ['link'],
    answer: {
      status: 200,
      description: 'Nothing can be begun or submitted with the link any more.',
      content: { name: 'LinkVisited', schema: visitAnswerSchema },
    },
    refusals: ['link-unknown', 'rate-limited'],
  },
  {
    method: 'get',
    path: `${LINKS_PATH}/:id`,
    tag: 'Checks by link',
    id: 'readCheckLink',
    summary: 'Tells what became of a link',
    credentials: ['authorization-key'],
    answer: {
      status: 200,
      description: 'Where it is, and the jobs of its attempts, the newest last.',
      content: { name: 'CheckLinkState', schema: linkStateAnswerSchema },
    },
    refusals: ['not-authenticate', 'not-found', 'rate-limited'],
  },
  {
    method: 'post',
    path: `${LINKS_PATH}/:id/revoke`,
    tag: 'Checks by link',
    id: 'revokeCheckLink',
    summary: 'Calls a link back',
    credentials: ['authorization-key'],
    answer: {
      status: 200,
      description: 'Nothing can be begun with it any more.',
      content: { name: 'CheckLinkState', schema: linkStateAnswerSchema },
    },
    refusals: ['not-authenticate', 'not-found', 'rate-limited'],
  },
];

const OPERATOR_OPERATIONS: readonly Operation[] = [
  operatorOperation('/healthz', 'readHealth', 'Whether the process answers', {
    name: 'Health',
    schema: healthSchema,
  }),
  {
    ...operatorOperation('/readyz', 'readReadiness', 'Whether the service can do its work', {
      name: 'Readiness',
      schema: readinessSchema,
    }),
    refusals: ['foreign-origin', 'not-ready'],
  },
  operatorOperation('/metrics', 'readMetrics', 'Counters and timings for Prometheus', {
    mediaType: 'text/plain',
  }),
  operatorOperation('/openapi.json', 'readOpenApi', 'This document', {
    mediaType: 'application/json',
  }),
  operatorOperation('/docs', 'readDocs', 'This document as a page', { mediaType: 'text/html' }),
];

/** Every route that the service can have. A test compares it with those that are registered. */
export const OPERATIONS: readonly Operation[] = [
  ...BACKEND_OPERATIONS,
  ...EVIDENCE_OPERATIONS,
  ...PAGE_OPERATIONS,
  ...SESSION_OPERATIONS,
  ...LINK_OPERATIONS,
  ...OPERATOR_OPERATIONS,
];

function sessionOperation(
  path: string,
  id: string,
  summary: string,
  { status = 200, body, refusals }: Pick<Operation, 'body' | 'refusals'> & { status?: number },
): Operation {
  return {
    method: 'post',
    path,
    tag: 'Paced sessions',
    id,
    summary,
    credentials: ['submission-token'],
    ...(body && { body }),
    answer: {
      status,
      description: 'Where the session is, and the one step that is to be done now.',
      content: { name: 'Session', schema: sessionAnswerSchema },
    },
    refusals: [...BODY_REFUSALS, ...SESSION_REFUSALS, ...refusals],
  };
}

function operatorOperation(
  path: string,
  id: string,
  summary: string,
  content: Operation['answer']['content'],
): Operation {
  return {
    method: 'get',
    path,
    tag: 'For operators',
    id,
    summary,
    answer: { status: 200, description: summary, content },
    refusals: ['foreign-origin'],
  };
}
