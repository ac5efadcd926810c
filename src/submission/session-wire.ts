/**
 * The wire of a paced session: this project's extension of the vendor's contract, described in docs/evidence.md.
 * The submission token in `authorization` names the session, so that no path holds an id and a browser asks once per path
 * whether it may call it.
 */
import * as v from 'valibot';
import { CAMERA_KINDS } from '../camera/camera-kind.ts';
import { ALL_GESTURE_NAMES } from '../challenge/gesture.ts';
import { object } from './object-schema.ts';
import { submitRequestSchema } from './wire.ts';

/** Opens a session: activates the token. A service without the extension answers 404. */
export const SESSION_PATH = '/v1/liveness-session';
/** Commits to the evidence of the step that is done, and reveals the next. */
export const SESSION_STEPS_PATH = `${SESSION_PATH}/steps`;
/** Takes one committed frame: the JPEG itself is the body. */
export const SESSION_FRAMES_PATH = `${SESSION_PATH}/frames`;
/** "I can't do this one": another gesture, of the same kind (head or expression) while there is one. */
export const SESSION_SWAPS_PATH = `${SESSION_PATH}/swaps`;
/** "I need more time": longer limits for the present step and those to come. Of a step by its number: its time once more. */
export const SESSION_TIME_PATH = `${SESSION_PATH}/more-time`;
/** Begins again with a fresh sequence. */
export const SESSION_ATTEMPTS_PATH = `${SESSION_PATH}/attempts`;

/** Version of the protocol and of the evidence that this package speaks. */
export const SESSION_VERSION = 1;
/** Codes by which a service that has these routes refuses an activation; one that has not uses others. */
export const SESSION_REFUSALS: readonly string[] = [
  'evidence-invalid',
  'foreign-origin',
  'locked-out',
  'payload-too-large',
  'rate-limited',
  'session-origin',
  'session-repeated',
  'unsupported-media-type',
];
/** Most frames that one step may commit to. */
export const MAX_FRAMES_PER_STEP = 4;

/** What a step shows: the neutral face comes first, at step 0. */
export const STEP_SHOWS = ['neutral', ...ALL_GESTURE_NAMES] as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
/** A SHA-256, in lower-case hexadecimal. */
export const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** 32 bytes of an elliptic-curve coordinate, base64url without padding. */
const coordinate = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
/** r and s, 32 bytes each, base64url without padding. */
const signature = v.pipe(v.string(), v.regex(/^[\w-]{86}$/));

/** The public part of the session's key, as a JWK; other members of the JWK are ignored. */
export const publicKeySchema = object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: coordinate,
  y: coordinate,
});

/** The public part of the session's key. */
export type EvidencePublicKey = v.InferOutput<typeof publicKeySchema>;

/** Request body of {@link SESSION_PATH}. */
export const activationRequestSchema = object({
  version: v.literal(SESSION_VERSION),
  public_key: publicKeySchema,
  /** Hash of the words that the person agreed to, where the page asked for consent. */
  consent_sha256: v.exactOptional(sha256Hex),
});

/** What a client says of one frame; the chain is made of it. */
export const evidenceFrameSchema = object({
  sha256: sha256Hex,
  /** What the camera seems to be, by its name: a hint for the analyst, and no proof. */
  camera: v.picklist(CAMERA_KINDS),
  /** Whole milliseconds on a clock of the client that only goes forward. */
  captured_at_ms: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  width_px: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  height_px: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
});

/** What a client says of one frame. */
export type EvidenceFrame = v.InferOutput<typeof evidenceFrameSchema>;

/** A commitment: part of the body of {@link SESSION_STEPS_PATH}, and the field `session` of the submission for the last step. */
export const stepCommitSchema = object({
  attempt: count,
  /** 0 is the neutral face. */
  step: count,
  frames: v.pipe(v.array(evidenceFrameSchema), v.minLength(1), v.maxLength(MAX_FRAMES_PER_STEP)),
  /** Head of the chain after these frames. */
  head: sha256Hex,
  signature,
});

/** A commitment to the frames of a step. */
export type StepCommit = v.InferOutput<typeof stepCommitSchema>;

/** Largest small frame, in characters of base64: 320×320 pixels of a face have 10 to 20 kB. */
export const MAX_SMALL_FRAME_CHARACTERS = 65_536;

/** Request body of {@link SESSION_STEPS_PATH}: the commitment, and all frames but the last, the clearest, themselves. */
export const stepRequestSchema = object({
  ...stepCommitSchema.entries,
  /** JPEGs in base64, in the order of `frames`. The clearest frame follows by itself, so that nobody waits for it. */
  small_frames: v.exactOptional(
    v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(MAX_SMALL_FRAME_CHARACTERS), v.base64())),
      v.maxLength(MAX_FRAMES_PER_STEP - 1),
    ),
  ),
});

/** Request body of {@link SESSION_STEPS_PATH}. */
export type StepRequest = v.InferOutput<typeof stepRequestSchema>;

/**
 * Request body of {@link SESSION_SWAPS_PATH}: the step whose gesture cannot be done, and that gesture, by which the same
 * wish sent twice is known for one.
 */
export const swapRequestSchema = object({
  attempt: count,
  step: count,
  shows: v.exactOptional(v.picklist(STEP_SHOWS)),
});

/** Request body of {@link SESSION_ATTEMPTS_PATH}: the present attempt. */
export const attemptRequestSchema = object({ attempt: count });

/**
 * Request body of {@link SESSION_TIME_PATH}: the present attempt, of a person who needs more time; or the present step, whose
 * gesture was not seen in time and is asked again.
 */
export const timeRequestSchema = object({ attempt: count, step: v.exactOptional(count) });

/** Answer of every call but {@link SESSION_FRAMES_PATH}: where the session is, and the one step that is to be done now. */
export const sessionAnswerSchema = object({
  ok: v.literal(true),
  /** Random name of the session, which the evidence is bound to. */
  session: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  attempt: count,
  /** How many gestures will be asked; the last step has this number. */
  gesture_count: v.pipe(count, v.minValue(1)),
  attempts_left: count,
  /** How many times another gesture may still be had; 0 also where there is no other than the present one. */
  swaps_left: count,
  /** How many gestures may still be asked again; 0 also where the present one was. Absent: the service knows no repeats. */
  repeats_left: v.exactOptional(count),
  step: object({
    step: count,
    shows: v.picklist(STEP_SHOWS),
    /** How long the step may take, from the moment that the service answered. */
    limit_ms: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
});

/** Answer of every call but {@link SESSION_FRAMES_PATH}. */
export type SessionAnswer = v.InferOutput<typeof sessionAnswerSchema>;

/** Answer of {@link SESSION_FRAMES_PATH}: how many committed frames are still missing. */
export const frameAnswerSchema = object({ ok: v.literal(true), missing: count });

/** The contract's submission; in a paced session `images` are the frames of the last step, and `session` commits to them. */
export const pacedSubmitRequestSchema = object({
  ...submitRequestSchema.entries,
  session: v.exactOptional(stepCommitSchema),
});

/** Body of a submission, paced or not. */
export type PacedSubmitRequest = v.InferOutput<typeof pacedSubmitRequestSchema>;
