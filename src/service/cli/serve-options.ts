import type { ServiceSettings } from '../settings.ts';
import { readCount, readDuration, readList, readPort, readSwitch, readText } from './read-value.ts';

/** Where the service listens and writes, beside the settings of the service itself. */
export interface PlaceOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly logLevel: string;
}

/** Everything that `serve` can be told. */
export type ServeValues = Partial<PlaceOptions> & ServiceSettings;

/** One option of `serve`: the same by flag and by environment, where the flag wins. */
export interface ServeOption {
  /** Without the two hyphens. */
  readonly flag: string;
  readonly group: 'Where' | 'Who' | 'Checks' | 'Limits' | 'Keeping' | 'Running';
  /** What stands for the value in the help. */
  readonly value: string;
  /** As it would be written. */
  readonly standard: string;
  readonly help: string;
  /** Whether the flag may come several times. */
  readonly repeats?: boolean;
  /** @throws Error that says what the option takes. */
  readonly read: (text: string) => ServeValues;
}

/** Every option of `serve`. The help, the environment and the table in docs/service.md are made of it. */
export const SERVE_OPTIONS: readonly ServeOption[] = [
  {
    flag: 'port',
    group: 'Where',
    value: '<number>',
    standard: '8787',
    help: 'Port to listen on; 0 takes any that is free.',
    read: (text) => ({ port: readPort(text) }),
  },
  {
    flag: 'host',
    group: 'Where',
    value: '<address>',
    standard: '127.0.0.1',
    help: 'Address to listen on. The default is this machine only; 0.0.0.0 is every network.',
    read: (text) => ({ host: readText(text) }),
  },
  {
    flag: 'data',
    group: 'Where',
    value: '<file>',
    standard: './liveness-data/service.sqlite',
    help: 'The database file. Holds images while their job runs: put it on an encrypted disk.',
    read: (text) => ({ data: readText(text) }),
  },
  {
    flag: 'base-path',
    group: 'Where',
    value: '<path>',
    standard: '',
    help: 'Path before every route, when a proxy in front does not take it away: /liveness.',
    read: (basePath) => ({ basePath }),
  },
  {
    flag: 'origin',
    group: 'Who',
    value: '<origin>',
    standard: '',
    help: 'Web origin whose pages may submit, like https://shop.example. May be repeated, or a list with commas. * is any.',
    repeats: true,
    read: (text) => ({ allowedOrigins: readList(text) }),
  },
  {
    flag: 'trust-proxy',
    group: 'Who',
    value: '<range>',
    standard: 'loopback',
    help: 'Proxies whose X-Forwarded-For is believed: loopback, private, an address or a range. May be repeated, or a list with commas.',
    repeats: true,
    read: (text) => ({ trustedProxies: readList(text) }),
  },
  {
    flag: 'clock-skew',
    group: 'Who',
    value: '<time>',
    standard: '15m',
    help: 'How far the timestamp of an authorization key may be from this clock, either way.',
    read: (text) => ({ clockSkewMs: readDuration(text) }),
  },
  {
    flag: 'signature-reuse',
    group: 'Who',
    value: '<on|off>',
    standard: 'off',
    help: 'Lets one signature mint several tokens while it is fresh, for clients that keep theirs.',
    read: (text) => ({ allowSignatureReuse: readSwitch(text) }),
  },
  {
    flag: 'token-lifetime',
    group: 'Who',
    value: '<time>',
    standard: '5m',
    help: 'How long a submission token can be spent.',
    read: (text) => ({ tokenLifetimeMs: readDuration(text) }),
  },
  {
    flag: 'pacing',
    group: 'Checks',
    value: '<off|offered|required>',
    standard: 'offered',
    help: 'Whether the service chooses the gestures, one by one: never, for clients that ask, or for all.',
    read: (text) => ({ pacing: text as NonNullable<ServiceSettings['pacing']> }),
  },
  {
    flag: 'gestures',
    group: 'Checks',
    value: '<names>',
    standard: 'all',
    help: 'Gestures that a paced session may ask for, with commas between.',
    read: (text) =>
      text === 'all'
        ? {}
        : {
            sessionGestures: readList(text) as NonNullable<ServiceSettings['sessionGestures']>,
          },
  },
  {
    flag: 'gesture-count',
    group: 'Checks',
    value: '<number>',
    standard: '3',
    help: 'How many gestures a paced session asks for.',
    read: (text) => ({ sessionGestureCount: readCount(text) }),
  },
  {
    flag: 'gesture-limit',
    group: 'Checks',
    value: '<time>',
    standard: '10s',
    help: 'Longest time for one gesture of a paced session, network included.',
    read: (text) => ({ gestureLimitMs: readDuration(text) }),
  },
  {
    flag: 'long-gesture-limit',
    group: 'Checks',
    value: '<time>',
    standard: '100s',
    help: 'The same for people who ask for more time; as long as --gesture-limit grants none.',
    read: (text) => ({ longGestureLimitMs: readDuration(text) }),
  },
  {
    flag: 'session-attempts',
    group: 'Checks',
    value: '<number>',
    standard: '3',
    help: 'How many sequences one paced session may be given in all, the first included.',
    read: (text) => ({ sessionAttempts: readCount(text) }),
  },
  {
    flag: 'session-swaps',
    group: 'Checks',
    value: '<number>',
    standard: '3',
    help: 'How many gestures a person may decline for another in one paced session.',
    read: (text) => ({ sessionSwaps: readCount(text) }),
  },
  {
    flag: 'passive-detector',
    group: 'Checks',
    value: '<file>',
    standard: 'none',
    help: 'Module with a passive anti-spoof detector of yours; see docs/passive-detector.md.',
    read: (text) => (text === 'none' ? {} : { passiveDetector: readText(text) }),
  },
  {
    flag: 'passive-minimum',
    group: 'Checks',
    value: '<score>',
    standard: '0.5',
    help: 'Score of that detector below which nothing is live.',
    read: (text) => ({ passiveMinimum: Number(text) }),
  },
  {
    flag: 'max-images',
    group: 'Limits',
    value: '<number>',
    standard: '16',
    help: 'Most images in one submission.',
    read: (text) => ({ maxImages: readCount(text) }),
  },
  {
    flag: 'max-open-jobs',
    group: 'Limits',
    value: '<number>',
    standard: '256',
    help: 'Most jobs that may wait; beyond that submissions get a 503 and keep their token.',
    read: (text) => ({ maxOpenJobs: readCount(text) }),
  },
  {
    flag: 'key-requests',
    group: 'Limits',
    value: '<number>',
    standard: '1200',
    help: 'Most requests in a minute that one access key may authorise; 0 is no limit.',
    read: (text) => ({ keyRequestsPerMinute: readCount(text) }),
  },
  {
    flag: 'address-requests',
    group: 'Limits',
    value: '<number>',
    standard: '300',
    help: 'Most submissions and steps in a minute from one address; 0 is no limit.',
    read: (text) => ({ addressRequestsPerMinute: readCount(text) }),
  },
  {
    flag: 'address-guesses',
    group: 'Limits',
    value: '<number>',
    standard: '60',
    help: 'Most wrong tokens, signatures and secrets in a minute from one address; 0 is no limit.',
    read: (text) => ({ addressGuessesPerMinute: readCount(text) }),
  },
  {
    flag: 'lockout-failures',
    group: 'Limits',
    value: '<number>',
    standard: '5',
    help: 'After this many failed checks within the window a person is locked out; 0 is never.',
    read: (text) => ({ lockoutFailures: readCount(text) }),
  },
  {
    flag: 'lockout-window',
    group: 'Limits',
    value: '<time>',
    standard: '3m',
    help: 'The window of the lockout.',
    read: (text) => ({ lockoutWindowMs: readDuration(text) }),
  },
  {
    flag: 'keep-results',
    group: 'Keeping',
    value: '<time>',
    standard: '24h',
    help: 'How long a result can be read after its job is done.',
    read: (text) => ({ resultRetentionMs: readDuration(text) }),
  },
  {
    flag: 'keep-images',
    group: 'Keeping',
    value: '<time>',
    standard: '0',
    help: 'How long images are kept after their job, encrypted with NODEFLUX_IMAGE_KEY; 0 deletes them at once.',
    read: (text) => ({ keepImagesMs: readDuration(text) }),
  },
  {
    flag: 'threads',
    group: 'Running',
    value: '<number>',
    standard: '1',
    help: 'Threads that look at images. Each takes a core and about 140 MB.',
    read: (text) => ({ threads: readCount(text) }),
  },
  {
    flag: 'analysis-timeout',
    group: 'Running',
    value: '<time>',
    standard: '60s',
    help: 'Longest that one analysis may take before it is tried again.',
    read: (text) => ({ analysisTimeoutMs: readDuration(text) }),
  },
  {
    flag: 'shutdown-grace',
    group: 'Running',
    value: '<time>',
    standard: '10s',
    help: 'How long running jobs may go on after SIGTERM; then they are handed back for the next start.',
    read: (text) => ({ shutdownGraceMs: readDuration(text) }),
  },
  {
    flag: 'metrics',
    group: 'Running',
    value: '<on|off>',
    standard: 'on',
    help: 'Serves /metrics for Prometheus. Keep the path away from the internet in your proxy.',
    read: (text) => ({ metrics: readSwitch(text) }),
  },
  {
    flag: 'docs',
    group: 'Running',
    value: '<on|off>',
    standard: 'on',
    help: 'Serves /docs and /openapi.json.',
    read: (text) => ({ docs: readSwitch(text) }),
  },
  {
    flag: 'log-level',
    group: 'Running',
    value: '<level>',
    standard: 'info',
    help: 'trace, debug, info, warn, error or silent.',
    read: (text) => ({ logLevel: readText(text) }),
  },
];

/** Name of an option in the environment: `--max-images` is `NODEFLUX_MAX_IMAGES`. */
export function environmentNameOf({ flag }: Pick<ServeOption, 'flag'>): string {
  return `NODEFLUX_${flag.toUpperCase().replaceAll('-', '_')}`;
}
