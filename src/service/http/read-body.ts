import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { type Fault, Refusal } from './refusal.ts';

/** Refuses bodies over `maxBytes`: by their declared length before a byte is read, by counting when none is declared. */
export function limitBody(maxBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new Refusal('payload-too-large', `The body is larger than ${maxBytes} bytes`);
    },
  });
}

/** Refuses bodies that are not declared as JSON. */
export const requireJson: MiddlewareHandler = async (context, next) => {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Refusal('unsupported-media-type', 'Send the body as application/json');
  }
  await next();
};

/**
 * Parses a body.
 * @throws Refusal `bad-request` that never quotes the body.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-request', 'The body is not valid JSON');
  }
}

/**
 * Checks a parsed body against its schema, up to the first fault: a hostile body must not make work of a million.
 * @throws Refusal `bad-request` with the path of that fault and what was expected there.
 */
export function requireShape<TSchema extends v.GenericSchema>(
  schema: TSchema,
  body: unknown,
): v.InferOutput<TSchema> {
  const result = v.safeParse(schema, body, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  // valibot's own messages quote the input; this one is made of the schema only.
  const fault: Fault = {
    path: v.getDotPath(issue) ?? '',
    message: `Expected ${issue.expected ?? 'another value'}`,
  };
  throw new Refusal('bad-request', 'The body does not have the expected shape', [fault]);
}
