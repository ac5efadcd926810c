import { BACKEND_OPERATIONS } from './backend-operations.ts';
import { EVIDENCE_OPERATIONS } from './evidence-operations.ts';
import { LINK_OPERATIONS } from './link-operations.ts';
import type { Operation } from './operation.ts';
import { OPERATOR_OPERATIONS } from './operator-operations.ts';
import { PAGE_OPERATIONS } from './page-operations.ts';
import { SESSION_OPERATIONS } from './session-operations.ts';

/** Every route that the service can have. A test compares it with those that are registered. */
export const OPERATIONS: readonly Operation[] = [
  ...BACKEND_OPERATIONS,
  ...EVIDENCE_OPERATIONS,
  ...PAGE_OPERATIONS,
  ...SESSION_OPERATIONS,
  ...LINK_OPERATIONS,
  ...OPERATOR_OPERATIONS,
];
