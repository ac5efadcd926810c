import {
  activationRequestSchema,
  attemptRequestSchema,
  frameAnswerSchema,
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
import { BODY_REFUSALS, SESSION_REFUSALS } from './common-refusals.ts';
import type { Operation } from './operation.ts';

/** The steps of a paced session. */
export const SESSION_OPERATIONS: readonly Operation[] = [
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
