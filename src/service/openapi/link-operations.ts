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
import { submissionTokenAnswerSchema } from '../../submission/wire.ts';
import type { RefusalCode } from '../http/refusal.ts';
import { BODY_REFUSALS } from './common-refusals.ts';
import type { Operation } from './operation.ts';

const LINK_REFUSALS: readonly RefusalCode[] = [
  'link-unknown',
  'link-used',
  'link-expired',
  'link-revoked',
  'rate-limited',
];

/** Checks by link, for backends and for the hosted page. */
export const LINK_OPERATIONS: readonly Operation[] = [
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
