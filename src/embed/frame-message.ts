/** Reads messages between a frame with a check and the page around it. Who receives one looks first where it comes from. */
import * as v from 'valibot';
import { object } from '../submission/object-schema.ts';
import {
  FRAME_PROTOCOL,
  type FrameMessage,
  type HostMessage,
  MAX_FRAME_HEIGHT_PX,
} from './frame-protocol.ts';

const base = { protocol: v.literal(FRAME_PROTOCOL) };
const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

const frameMessageSchema = v.variant('type', [
  object({ ...base, type: v.literal('ready') }),
  object({
    ...base,
    type: v.literal('height'),
    heightPx: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(MAX_FRAME_HEIGHT_PX)),
    isChecking: v.boolean(),
  }),
  object({ ...base, type: v.literal('success'), jobId: idSchema }),
  object({
    ...base,
    type: v.literal('error'),
    code: v.pipe(v.string(), v.regex(/^[a-z-]{1,64}$/)),
    retryable: v.boolean(),
    jobId: v.exactOptional(idSchema),
  }),
  object({ ...base, type: v.literal('cancel') }),
]);

const hostMessageSchema = v.variant('type', [
  object({ ...base, type: v.literal('hello') }),
  object({ ...base, type: v.literal('cancel') }),
]);

/** Reads what came from the frame; undefined when it is no message of this protocol. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  const { output, success } = v.safeParse(frameMessageSchema, data);
  return success ? output : undefined;
}

/** Reads what came from the page around; undefined when it is no message of this protocol. */
export function readHostMessage(data: unknown): HostMessage | undefined {
  const { output, success } = v.safeParse(hostMessageSchema, data);
  return success ? output : undefined;
}
