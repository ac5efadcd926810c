import { healthSchema, readinessSchema } from './answers.ts';
import type { Operation } from './operation.ts';

/** How the service is. */
export const OPERATOR_OPERATIONS: readonly Operation[] = [
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
