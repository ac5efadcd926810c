import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { VerdictSigning } from '../audit/sign-verdict.ts';
import type { KeyRing } from '../auth/access-keys.ts';
import type { AcceptedKey } from '../auth/authorization.ts';
import type { RandomBytes, StoredToken } from '../auth/submission-token.ts';
import type { Metrics } from '../create-metrics.ts';
import type { StoredLink } from '../links/check-link.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import type { ByteBudget } from './byte-budget.ts';
import type { AddressReader } from './client-address.ts';
import type { Connection } from './connection.ts';
import type { RequestLimits } from './request-limits.ts';

/** What a service needs to be of use, where it has to have it. Each says whether it is there. */
export interface Readiness {
  /** The models are loaded. */
  readonly analysis?: boolean;
  /** Jobs are being worked on. */
  readonly worker?: boolean;
}

/** What the routes stand on. Owned by the service, lent to them. */
export interface RouteDependencies {
  readonly settings: Settings;
  readonly keyRing: KeyRing;
  readonly store: Store;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly limits: RequestLimits;
  readonly bodyBudget: ByteBudget;
  readonly readAddress: AddressReader;
  /** The kept images of a job, decrypted; none where none are kept. */
  readonly openImages: (jobId: string) => Promise<readonly Buffer[]>;
  /** Signs verdicts; not set where there is no key for it. */
  readonly signing: VerdictSigning | undefined;
  /** Where the files of the hosted page are; not set where there are no checks by link. */
  readonly pageFolder: string | undefined;
  readonly readiness: () => Readiness;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Called after a job was accepted. */
  readonly onAccepted: () => void;
}

/** What the server and the middleware hand to the routes. */
export interface Environment {
  Bindings: Connection;
  Variables: {
    requestId: string;
    /** Whether the answer is a file that anybody may keep. */
    isPublic?: boolean;
    /** The client's address, for limits; not set when it is unknown. */
    address: string | undefined;
    /** The key that a backend's request was signed with. */
    key: AcceptedKey;
    /** The link that a page presented. */
    link: StoredLink;
    /** The usable token of a call of a session, and when it arrived. */
    token: { readonly token: StoredToken; readonly tokenHash: string; readonly nowMs: number };
    /** The token of a submission: usable, or spent within its life. */
    submission: {
      readonly tokenHash: string;
      readonly accessKey: string;
      readonly subjectHash: string | undefined;
      readonly arrivedAtMs: number;
      readonly createdAtMs: number;
      readonly linkId: string | undefined;
      /** The job that it was spent on. */
      readonly spentOn: string | undefined;
    };
  };
}

/** The application that the routes are added to. */
export type App = Hono<Environment>;
