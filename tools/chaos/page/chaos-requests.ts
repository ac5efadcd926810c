import {
  SESSION_ATTEMPTS_PATH,
  SESSION_FRAMES_PATH,
  SESSION_PATH,
  SESSION_STEPS_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
} from '../../../src/submission/session-wire.ts';
import { FACE_LIVENESS_PATH } from '../../../src/submission/wire.ts';
import type { Target } from './faulty-proxy.ts';

/** What the person does besides what is asked, so that every request of a check comes about. */
export type Wish = 'swap' | 'more-time' | 'repeat' | 'restart';

/** A request of a check. */
export interface ChaosRequest {
  readonly name: string;
  readonly target: Target;
  readonly wish?: Wish;
  /** Whether it is fetched by the real tracker or the page, once, and so needs a page of its own. */
  readonly ownPage?: boolean;
  /** Whether its address is the page's and not the element's: the case is told by a cookie of the page then. */
  readonly byCookie?: boolean;
  /** The language that the page speaks. */
  readonly lang?: string;
}

const at = (path: string, nth = 0): Target => ({
  matches: (asked) => asked === `/service${path}`,
  nth,
});

const endingWith = (end: RegExp): Target => ({ matches: (asked) => end.test(asked), nth: 0 });

/** Every request of a check, in its order. */
export const CHAOS_REQUESTS: readonly ChaosRequest[] = [
  { name: 'token', target: { matches: (asked) => asked === '/liveness/token', nth: 0 } },
  { name: 'activation', target: at(SESSION_PATH) },
  ...[0, 1, 2].map((step) => ({ name: `step ${step}`, target: at(SESSION_STEPS_PATH, step) })),
  ...[0, 1, 2].map((frame) => ({ name: `frame ${frame}`, target: at(SESSION_FRAMES_PATH, frame) })),
  { name: 'swap', target: at(SESSION_SWAPS_PATH), wish: 'swap' },
  { name: 'more time', target: at(SESSION_TIME_PATH), wish: 'more-time' },
  { name: 'once more', target: at(SESSION_TIME_PATH), wish: 'repeat' },
  { name: 'restart', target: at(SESSION_ATTEMPTS_PATH), wish: 'restart' },
  { name: 'submission', target: at(FACE_LIVENESS_PATH) },
  { name: 'result', target: endingWith(/^\/liveness\/result\//) },
  {
    name: 'wasm',
    target: endingWith(/\/face_runtime_small-\w+\.bin$/),
    ownPage: true,
    byCookie: true,
  },
  { name: 'model', target: endingWith(/\/face_model-\w+\.bin$/), ownPage: true, byCookie: true },
  { name: 'worker', target: endingWith(/\/tracker-worker\.ts$/), ownPage: true, byCookie: true },
  { name: 'language', target: endingWith(/\/messages\/vi\.ts$/), byCookie: true, lang: 'vi' },
];
