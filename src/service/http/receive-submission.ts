import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { maxSubmissionBytes, type Settings } from '../settings.ts';
import { Refusal } from './refusal.ts';
import { createSubmissionParser } from './submission-parser.ts';

/** The body of a submission that has arrived whole. */
export interface ArrivedSubmission {
  /** Hex, of the bytes as they were sent: the same submission again has the same. */
  readonly sha256: string;
  /**
   * What it says; see {@link createSubmissionParser}.
   * @throws Refusal `bad-request` or `invalid-image`
   */
  read(): unknown;
}

/**
 * Takes the body of a submission as it arrives, and keeps its images only. A body that is at fault is still taken to its
 * end, unparsed, since browsers read no answer before they have sent all.
 * @throws Refusal `payload-too-large`, before a byte is read when the length was declared
 */
export async function receiveSubmission(
  context: Context,
  limits: Pick<Settings, 'maxImages'>,
): Promise<ArrivedSubmission> {
  const maxBytes = maxSubmissionBytes(limits);
  const tooLarge = () =>
    new Refusal('payload-too-large', `The body is larger than ${maxBytes} bytes`);
  if (Number(context.req.header('content-length') ?? 0) > maxBytes) throw tooLarge();
  const parser = createSubmissionParser(limits);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of context.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    hash.update(chunk);
    parser.write(chunk);
  }
  return { sha256: hash.digest('hex'), read: () => parser.end() };
}
