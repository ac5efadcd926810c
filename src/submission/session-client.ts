import * as v from 'valibot';
import { LivenessError } from '../errors.ts';
import {
  type EvidencePublicKey,
  frameAnswerSchema,
  SESSION_ATTEMPTS_PATH,
  SESSION_FRAMES_PATH,
  SESSION_PATH,
  SESSION_STEPS_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
  SESSION_VERSION,
  type SessionAnswer,
  type StepCommit,
  sessionAnswerSchema,
} from './session-wire.ts';
import { apiEndpoint, refusalError } from './submit-images.ts';
import { errorBodySchema } from './wire.ts';

/** The service's side of a paced session. Every call rejects with a {@link LivenessError}, or with an abort's reason. */
export interface SessionClient {
  /** Where the session began: at the neutral face. */
  readonly opened: SessionAnswer;
  /** The step is done; resolves with the next. */
  commit(step: StepCommit): Promise<SessionAnswer>;
  /** Brings a frame that was committed to. Tried again when the network fails: the service takes it once. */
  upload(jpeg: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Another gesture instead of that of this step. */
  swap(attempt: number, step: number): Promise<SessionAnswer>;
  /** Longer limits for this step and those to come; resolves with the step as it is now. */
  moreTime(attempt: number): Promise<SessionAnswer>;
  /** Gives the attempt up; resolves with the first step of the next. */
  restart(attempt: number): Promise<SessionAnswer>;
}

/** Where a session is opened, and with which one-time token. */
export interface PacedConnection {
  readonly apiUrl: string;
  readonly token: string;
}

/** What the service binds the token to. */
export interface SessionBinding {
  readonly publicKey: EvidencePublicKey;
  /** Hash of the words that the person agreed to, where the page asked for consent. */
  readonly consentSha256?: string | undefined;
}

const UPLOAD_TRIES = 3;

/**
 * Activates the token. Resolves with `undefined` where the service does not pace sessions: it answers 404, or nothing
 * that the extension would answer, or no page of another origin may call the route.
 * @throws {LivenessError} `token-expired`, `token-used`, `network` or `rejected`
 */
export async function openSession(
  connection: PacedConnection,
  binding: SessionBinding,
  signal: AbortSignal,
): Promise<SessionClient | undefined> {
  const body = JSON.stringify({
    version: SESSION_VERSION,
    public_key: binding.publicKey,
    consent_sha256: binding.consentSha256,
  });
  const sent = await send(connection, SESSION_PATH, 'application/json', body, signal).catch(
    (cause: unknown) => {
      signal.throwIfAborted();
      // A route that is not there has no CORS headers, and to a page this looks like no network.
      if (cause instanceof TypeError) return undefined;
      throw cause;
    },
  );
  if (!sent) return undefined;
  const { status, answer } = sent;
  const parsed = v.safeParse(sessionAnswerSchema, answer);
  if (status === 201 && parsed.success) return sessionOf(connection, parsed.output, signal);
  const isBusy = status >= 500 || status === 429;
  const isOwnRefusal = v.is(errorBodySchema, answer) && status !== 404 && status !== 405;
  if (isBusy || isOwnRefusal) throw refusalError(status, answer);
  return undefined;
}

function sessionOf(
  connection: PacedConnection,
  opened: SessionAnswer,
  signal: AbortSignal,
): SessionClient {
  async function call<TSchema extends v.GenericSchema>(
    path: string,
    type: string,
    body: BodyInit,
    schema: TSchema,
  ): Promise<v.InferOutput<TSchema>> {
    const { status, answer } = await send(connection, path, type, body, signal).catch(
      (cause: unknown) => {
        signal.throwIfAborted();
        throw new LivenessError('network', { cause });
      },
    );
    const parsed = v.safeParse(schema, answer);
    if (status === 200 && parsed.success) return parsed.output;
    throw refusalError(status, answer);
  }

  const callWith = (path: string, body: object): Promise<SessionAnswer> =>
    call(path, 'application/json', JSON.stringify(body), sessionAnswerSchema);

  return {
    opened,
    commit: (step) => callWith(SESSION_STEPS_PATH, step),
    swap: (attempt, step) => callWith(SESSION_SWAPS_PATH, { attempt, step }),
    moreTime: (attempt) => callWith(SESSION_TIME_PATH, { attempt }),
    restart: (attempt) => callWith(SESSION_ATTEMPTS_PATH, { attempt }),
    async upload(jpeg) {
      for (let tries = 1; ; tries++) {
        try {
          await call(SESSION_FRAMES_PATH, 'image/jpeg', jpeg, frameAnswerSchema);
          return;
        } catch (error) {
          const mayPass = error instanceof LivenessError && error.code === 'network';
          if (!mayPass || tries >= UPLOAD_TRIES) throw error;
        }
      }
    },
  };
}

/** Rejects with the platform's TypeError when there is no answer; an answer that is no JSON is `undefined`. */
async function send(
  { apiUrl, token }: PacedConnection,
  path: string,
  contentType: string,
  body: BodyInit,
  signal: AbortSignal,
): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(apiEndpoint(apiUrl, path), {
    method: 'POST',
    headers: { authorization: token, 'content-type': contentType },
    body,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
  const text = await response.text();
  try {
    return { status: response.status, answer: JSON.parse(text) as unknown };
  } catch {
    return { status: response.status, answer: undefined };
  }
}
