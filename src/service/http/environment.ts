import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { KeyRing } from '../auth/access-keys.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import type { RandomBytes } from '../tokens/submission-token.ts';

/** What the routes stand on. Owned by the service, lent to them. */
export interface RouteDependencies {
  readonly settings: Settings;
  readonly keyRing: KeyRing;
  readonly store: Store;
  readonly logger: Logger;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Called after a job was accepted. */
  readonly onAccepted: () => void;
}

/** What middleware hands to the routes after it. */
export interface Environment {
  Variables: {
    /** The usable token of a submission. */
    submission: {
      readonly tokenHash: string;
      readonly accessKey: string;
      readonly arrivedAtMs: number;
    };
  };
}

/** The application that the routes are added to. */
export type App = Hono<Environment>;
