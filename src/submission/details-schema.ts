/** What `details` of a job looks like on the wire: the schemas of `details-wire.ts`. */
import * as v from 'valibot';
import { CAMERA_KINDS } from '../camera/camera-kind.ts';
import { ALL_GESTURE_NAMES } from '../challenge/gesture.ts';
import { object } from './object-schema.ts';

/** Far more than the service writes; a longer list is not from it. */
const MAX_ENTRIES = 200;
const MAX_MESSAGE_LENGTH = 1000;
const MAX_WORD_LENGTH = 64;

const word = v.pipe(v.string(), v.maxLength(MAX_WORD_LENGTH), v.regex(/^[a-z][a-z0-9-]*$/));
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The fields of a {@link Finding}, and its code. */
export const findingEntries = {
  code: word,
  message: v.pipe(v.string(), v.maxLength(MAX_MESSAGE_LENGTH)),
  image: v.exactOptional(place),
  step: v.exactOptional(place),
  gesture: v.exactOptional(word),
  measured: v.exactOptional(v.number()),
  limit: v.exactOptional(v.number()),
} as const;

/** A list in `details`, of a length that can be. */
export function listOf<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.maxLength(MAX_ENTRIES));
}

/** What is told of a paced session besides its verdict. */
export const sessionDetailsSchema = object({
  cameras: listOf(v.picklist(CAMERA_KINDS)),
  declined: listOf(v.picklist(ALL_GESTURE_NAMES)),
  more_time: v.boolean(),
  consent_sha256: v.nullable(v.pipe(v.string(), v.maxLength(MAX_MESSAGE_LENGTH))),
});
