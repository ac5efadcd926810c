import * as v from 'valibot';
import { ALL_GESTURE_NAMES, GESTURES } from '../challenge/gesture.ts';
import {
  DEFAULT_LIVENESS_THRESHOLD,
  MAX_IMAGE_BYTES,
  SUBMISSION_TOKEN_LIFETIME_MS,
} from '../submission/wire.ts';
import { isProxyRange } from './http/client-address.ts';
import { LINK_SETTINGS } from './link-settings.ts';
import { durationMs, origin } from './setting-values.ts';
import { findAddressFault } from './webhooks/webhook-address.ts';

const positiveInteger = v.pipe(v.number(), v.integer(), v.minValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const gestures = v.pipe(v.array(v.picklist(ALL_GESTURE_NAMES)), v.minLength(1));
const basePath = v.pipe(
  v.string(),
  v.regex(
    /^(\/[\w.~-]+)*$/,
    'The base path is empty or like "/liveness", without a slash at the end.',
  ),
);
const proxyRange = v.pipe(
  v.string(),
  v.check(
    isProxyRange,
    'A trusted proxy is "loopback", "private", an address, or a range like "10.1.0.0/16".',
  ),
);

/** Shortest limit that is allowed: reading, moving and sending take at least this. The native SDK gives 3 s without the network. */
const MIN_GESTURE_LIMIT_MS = 3000;

const settingsSchema = v.strictObject({
  /** Whether pages and backends are answered. Without, there are the paths for operators and the work on jobs. */
  api: v.optional(v.boolean(), true),
  /** Path that the service is mounted under, when the host framework does not strip it: `/liveness`. */
  basePath: v.optional(basePath, ''),
  /** Web origins whose pages may submit and read results. None by default; `*` means any page. */
  allowedOrigins: v.optional(v.array(origin), []),
  /** Most images in one submission. */
  maxImages: v.optional(v.pipe(positiveInteger, v.maxValue(64)), 16),
  /** Shortest and longest side of an image. 4096 px lets a 12-megapixel phone photo through and a decoding bomb not. */
  minImageSidePx: v.optional(positiveInteger, 64),
  maxImageSidePx: v.optional(positiveInteger, 4096),
  /** Most jobs that may wait at once; beyond that submissions get a 503 and keep their token. */
  maxOpenJobs: v.optional(positiveInteger, 256),
  /** How long a submission token can be spent. The contract's 5 minutes. */
  tokenLifetimeMs: v.optional(durationMs, SUBMISSION_TOKEN_LIFETIME_MS),
  /** How far the timestamp of an authorization key may be from this clock, either way. */
  clockSkewMs: v.optional(durationMs, 15 * 60_000),
  /** How long a result can be read after the job is done. */
  resultRetentionMs: v.optional(durationMs, 24 * 3_600_000),
  /** How long after a crash a job is taken up again. Renewed while the analysis runs. */
  leaseMs: v.optional(v.pipe(durationMs, v.minValue(100)), 15_000),
  /** Longest that loading the models may take, at the start and when a thread is replaced. */
  loadTimeoutMs: v.optional(v.pipe(durationMs, v.minValue(1)), 120_000),
  /** Longest that one analysis may take; then the attempt counts as failed. */
  analysisTimeoutMs: v.optional(v.pipe(durationMs, v.minValue(1)), 60_000),
  /** How often a job is tried before it is `failed`. */
  maxAttempts: v.optional(positiveInteger, 3),
  /**
   * Threads that look at images, and jobs that run at once. Each thread has its own models, about 140 MB. 0 leaves the
   * jobs to other processes on the same store.
   */
  threads: v.optional(v.pipe(count, v.maxValue(64)), 1),
  /** How long running jobs may go on after {@link Service.close}; then they are handed back to be done later. */
  shutdownGraceMs: v.optional(durationMs, 10_000),
  /** Proxies whose `X-Forwarded-For` is believed: `loopback`, `private`, addresses or ranges. */
  trustedProxies: v.optional(v.array(proxyRange), ['loopback']),
  /** Most requests in a minute that one access key may authorise. 0 is no limit. */
  keyRequestsPerMinute: v.optional(count, 1200),
  /** Most submissions and steps in a minute of one person: the `subject` of the tokens, or else each token. 0 is no limit. */
  personRequestsPerMinute: v.optional(count, 300),
  /**
   * Most wrong tokens, signatures and secrets in a minute from one address; then more of them get a 429. Credentials that
   * are good are honoured all the same, so that a stranger bars nobody else behind the address. 0 is no limit.
   */
  addressGuessesPerMinute: v.optional(count, 60),
  /** Most submission tokens that one person, named by `subject`, may be given within a token's life. 0 is no limit. */
  personTokens: v.optional(count, 30),
  /** Most bytes of frames that are kept for one person within a token's life, submitted or not. 0 is no limit. */
  personKeptBytes: v.optional(count, 33_554_432),
  /** Most bytes of images that may be on their way to this process at once; beyond that they get a 503 unread. */
  maxBytesInFlight: v.optional(positiveInteger, 268_435_456),
  /**
   * After this many failed checks within the window nothing more is taken from the same person. Looking is an attempt: two more
   * may be told a gesture within the window, ended or not. 0 switches this and {@link personSessionsPerDay} off.
   */
  lockoutFailures: v.optional(count, 5),
  /** The window of the lockout. */
  lockoutWindowMs: v.optional(durationMs, 3 * 60_000),
  /** Most paced sessions of one person that are told a gesture in a day, whatever becomes of them. 0 is no limit. */
  personSessionsPerDay: v.optional(count, 7),
  /**
   * How long the hashes of the frames of a paced session are remembered once it is submitted: another session that brings one of
   * them is not live. Hashes alone, which say nothing of a picture and know only the very same file again. 0 remembers none.
   */
  rememberFramesMs: v.optional(durationMs, 30 * 24 * 3_600_000),
  /** Most frames that are remembered so; beyond that the oldest are forgotten. A session has about ten. */
  mostRememberedFrames: v.optional(positiveInteger, 1_000_000),
  /**
   * Lets one signature mint any number of tokens while it is fresh, as the contract has it: clients that were written for
   * the vendor keep theirs. Without, each mints once, and a signature that is read from a log is worth nothing.
   */
  allowSignatureReuse: v.optional(v.boolean(), true),
  /** Serves `/metrics`. */
  metrics: v.optional(v.boolean(), true),
  /** Serves `/docs` and `/openapi.json`. */
  docs: v.optional(v.boolean(), true),
  ...LINK_SETTINGS,
  /** Where every finished job is posted, signed; see `webhookSecret`. Not set: nowhere. */
  webhookUrl: v.optional(v.string()),
  /** Hosts that webhooks may go to though they are not on the internet, or without TLS. By name, as in the URL. */
  webhookHosts: v.optional(v.array(v.pipe(v.string(), v.minLength(1))), []),
  /**
   * Path of the file with the keys that verdicts are signed with, as `signing-keys create` makes it. Not set: they are not
   * signed.
   */
  signingKeys: v.optional(v.string(), ''),
  /** How long images are kept, encrypted, after their job is done. 0 deletes them at once. */
  keepImagesMs: v.optional(durationMs, 0),
  /**
   * Whether the service paces sessions (docs/evidence.md): `required` of all, so that a plain submission is refused;
   * `offered` to clients that ask for it, or `off`. Without it the client chooses what to show: four library
   * pictures of a person pass.
   */
  pacing: v.optional(v.picklist(['off', 'offered', 'required']), 'required'),
  /**
   * Whether a session counts whose pictures a virtual camera took. It is known by its name alone: a hint, which whoever names
   * theirs otherwise escapes, and no proof.
   */
  cameras: v.optional(v.picklist(['any', 'refuse-virtual']), 'any'),
  /**
   * Gestures that a paced session asks for, and how many of them. One that shows depth (a turn, a far dot at the side) and one dot are always
   * among them, if they are here.
   */
  sessionGestures: v.optional(gestures, ALL_GESTURE_NAMES),
  sessionGestureCount: v.optional(v.pipe(positiveInteger, v.maxValue(10)), 3),
  /** Longest from the moment a gesture is revealed until its evidence is committed to, network included. */
  gestureLimitMs: v.optional(v.pipe(durationMs, v.minValue(MIN_GESTURE_LIMIT_MS)), 10_000),
  /** The same for people who asked for more time; those who need none more get the shorter one. Ten times, as WCAG 2.2.1 asks. */
  longGestureLimitMs: v.optional(v.pipe(durationMs, v.minValue(1000)), 100_000),
  /** How often one session may begin in all. Each beginning asks the same. */
  sessionAttempts: v.optional(positiveInteger, 3),
  /** How many gestures a person may decline in one session. Each asks one gesture more. */
  sessionSwaps: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)), 2),
  /** Lowest threshold that a submission is judged by, whatever its client sends. The contract's default. */
  minThreshold: v.optional(
    v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    DEFAULT_LIVENESS_THRESHOLD,
  ),
  /** Path of a passive anti-spoof detector of the operator's, a `.json` description or a module (docs/passive-detector.md). None by default. */
  passiveDetector: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** Score of that detector below which nothing is live, whatever threshold a client sends. */
  passiveMinimum: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.5),
});

/** What an operator can adjust; every setting has a default. */
export type ServiceSettings = v.InferInput<typeof settingsSchema>;

/** Every setting, filled in. */
export type Settings = v.InferOutput<typeof settingsSchema>;

/**
 * Checks settings and fills in the defaults.
 * @throws Error that names each wrong setting.
 */
export function readSettings(settings: ServiceSettings): Settings {
  const result = v.safeParse(settingsSchema, settings);
  if (result.success) {
    requireWorkable(result.output);
    return result.output;
  }
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  throw new Error(`Wrong service settings: ${faults.join('; ')}`);
}

/**
 * Refuses settings that are legal one by one and cannot work together.
 * @throws Error that names them.
 */
function requireWorkable(settings: Settings): void {
  const addressFault = findAddressFault(settings);
  if (addressFault) throw new Error(`Wrong service settings: webhookUrl: ${addressFault}`);
  const { maxImages, maxImageSidePx, minImageSidePx, pacing } = settings;
  const mostGestures = mostGesturesOf(settings);
  if (minImageSidePx > maxImageSidePx) {
    throw new Error('Wrong service settings: minImageSidePx is larger than maxImageSidePx');
  }
  if (pacing !== 'off' && maxImages < mostGestures + 1) {
    const least = `${mostGestures + 1} for a neutral face and ${mostGestures} gestures, with those that declining adds`;
    throw new Error(`Wrong service settings: maxImages: a paced session takes ${least}`);
  }
}

/** Each decline asks one gesture more, and who declines dots is asked for all that are none. */
function mostGesturesOf(settings: Settings): number {
  const { sessionGestureCount, sessionGestures, sessionSwaps } = settings;
  const others = sessionGestures.filter((gesture) => !GESTURES[gesture].aim).length;
  const hasDots = others < sessionGestures.length;
  return sessionGestureCount + sessionSwaps + (hasDots && sessionSwaps > 0 ? others - 1 : 0);
}

/** The largest body that {@link Settings.maxImages} images of the largest size can make, with room for the JSON around. */
export function maxSubmissionBytes({ maxImages }: Pick<Settings, 'maxImages'>): number {
  const base64Bytes = Math.ceil(MAX_IMAGE_BYTES / 3) * 4;
  return maxImages * (base64Bytes + 64) + 4096;
}
