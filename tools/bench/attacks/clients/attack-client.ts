import sharp from 'sharp';
import {
  beginChain,
  evidenceStatement,
  extendChain,
  sha256Hex,
} from '../../../../src/capture/evidence-chain.ts';
import { createEvidenceKey, type EvidenceKey } from '../../../../src/capture/evidence-key.ts';
import {
  type EvidenceFrame,
  SESSION_ATTEMPTS_PATH,
  SESSION_FRAMES_PATH,
  SESSION_PATH,
  SESSION_STEPS_PATH,
  SESSION_SWAPS_PATH,
  SESSION_TIME_PATH,
  type SessionAnswer,
  type StepCommit,
  type StepRequest,
} from '../../../../src/submission/session-wire.ts';
import { FACE_LIVENESS_PATH, JPEG_DATA_URI_PREFIX } from '../../../../src/submission/wire.ts';
import type { AttackedService } from '../attacked-service.ts';
import type { Shows } from '../face-library.ts';

/** A call that the service refused. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A picture and what is said of it. */
export interface Shot {
  readonly jpeg: Buffer;
  readonly record: EvidenceFrame;
}

/** Where a client departs from the truth when it commits to a step. */
export interface Lie {
  /** What the evidence says that the frames show, whatever was asked. */
  readonly shows?: Shows;
  /** Signs with this key instead of the one that was bound. */
  readonly key?: EvidenceKey;
  /** Replaces parts of the commitment after it was signed. */
  readonly changes?: Partial<StepCommit>;
}

/** The clock of the client's machine began this long before the service's epoch of the session. */
const CLIENT_CLOCK_MS = 60_000;

/** Speaks the wire of a paced session, with nothing of the element but the evidence; tells lies where it is asked to. */
export class AttackClient {
  readonly token: string;
  readonly asked: string[] = [];
  readonly #service: AttackedService;
  readonly #openedAtMs: number;
  #origin: string;
  #key: EvidenceKey | undefined;
  #head = '';
  #takenNothing = 0;
  #answer: SessionAnswer | undefined;

  constructor(service: AttackedService, token: string, origin = 'https://shop.example') {
    this.#service = service;
    this.#openedAtMs = service.clock.nowMs;
    this.#origin = origin;
    this.token = token;
  }

  /** Where the service says that the session is. @throws Error before the activation */
  get place(): SessionAnswer {
    if (!this.#answer) throw new Error('Activate first.');
    return this.#answer;
  }

  /** Goes on as if the calls came from another page. */
  moveTo(origin: string): void {
    this.#origin = origin;
  }

  /** Lets time pass. */
  wait(ms: number): void {
    this.#service.clock.nowMs += Math.round(ms);
  }

  /** Takes a picture, or pretends to have taken it some time ago. */
  async take(jpeg: Buffer, agoMs = 50): Promise<Shot> {
    const { width = 0, height = 0 } = await sharp(jpeg).metadata();
    const elapsedMs = this.#service.clock.nowMs - this.#openedAtMs;
    const record = {
      sha256: await sha256Hex(new Uint8Array(jpeg)),
      camera: 'front' as const,
      captured_at_ms: Math.round(CLIENT_CLOCK_MS + elapsedMs - agoMs),
      width_px: width,
      height_px: height,
    };
    return { jpeg, record };
  }

  /** A shot that nobody will ever see, to get on in a session that is thrown away. */
  async takeNothing(): Promise<Shot> {
    const jpeg = Buffer.from(`nothing ${this.#takenNothing}`);
    const record = {
      sha256: await sha256Hex(new Uint8Array(jpeg)),
      camera: 'unknown' as const,
      captured_at_ms: Math.round(CLIENT_CLOCK_MS + this.#takenNothing),
      width_px: 64,
      height_px: 64,
    };
    this.#takenNothing += 1;
    return { jpeg, record };
  }

  async activate(): Promise<void> {
    this.#key = await createEvidenceKey();
    await this.#begin(
      await this.#post(SESSION_PATH, { version: 1, public_key: this.#key.publicKey }),
    );
  }

  /** What a step commits to when it shows these shots. */
  async commitment(shots: readonly Shot[], { shows, key, changes }: Lie = {}): Promise<StepCommit> {
    const { attempt, step } = this.place;
    const signer = key ?? this.#key;
    if (!signer) throw new Error('Activate first.');
    const frames = shots.map(({ record }) => record);
    const head = await extendChain(this.#head, step.step, shows ?? step.shows, frames);
    const signature = await signer.sign(evidenceStatement(head, step.step));
    return { attempt, step: step.step, frames, head, signature, ...changes };
  }

  /** Does the present step, which is not the last. */
  async commit(shots: readonly Shot[], lie: Lie = {}): Promise<void> {
    const commitment = await this.commitment(shots, lie);
    const small = shots.slice(0, -1).map(({ jpeg }) => jpeg.toString('base64'));
    await this.sendCommitment({ ...commitment, ...(small.length > 0 && { small_frames: small }) });
  }

  /** Sends a commitment as it is. */
  async sendCommitment(commitment: StepRequest): Promise<void> {
    this.#follow(await this.#post(SESSION_STEPS_PATH, commitment));
    this.#head = commitment.head;
  }

  async upload({ jpeg }: Shot): Promise<void> {
    await this.#call(SESSION_FRAMES_PATH, new Uint8Array(jpeg), 'image/jpeg');
  }

  /** Says that it cannot do the present gesture. */
  async swap(): Promise<void> {
    const { attempt, step } = this.place;
    this.#follow(await this.#post(SESSION_SWAPS_PATH, { attempt, step: step.step }));
  }

  /** Says that it missed the present gesture. */
  async repeat(): Promise<void> {
    const { attempt, step } = this.place;
    this.#follow(await this.#post(SESSION_TIME_PATH, { attempt, step: step.step }));
  }

  /** Gives up the attempt, and gets another sequence. */
  async restart(): Promise<void> {
    const { attempt } = this.place;
    await this.#begin(await this.#post(SESSION_ATTEMPTS_PATH, { attempt }));
  }

  /** Does the last step. Answers the job's id. */
  async submit(shots: readonly Shot[], lie: Lie = {}): Promise<string> {
    return this.submitBody({
      images: shots.map(toDataUri),
      session: await this.commitment(shots, lie),
    });
  }

  /** Sends a submission as it is. */
  async submitBody(body: unknown): Promise<string> {
    const answer = await this.#post(FACE_LIVENESS_PATH, body);
    return String(answer.job_id);
  }

  async #begin(answer: Record<string, unknown>): Promise<void> {
    const { session, attempt } = this.#follow(answer);
    const publicKey = this.#key?.publicKey ?? { x: '', y: '' };
    this.#head = await beginChain({ token: this.token, session, attempt, publicKey });
  }

  #follow(answer: Record<string, unknown>): SessionAnswer {
    // The service is the real one; what it answers has its own tests.
    this.#answer = answer as unknown as SessionAnswer;
    this.asked.push(this.place.step.shows);
    return this.place;
  }

  #post(path: string, body: unknown): Promise<Record<string, unknown>> {
    return this.#call(path, JSON.stringify(body), 'application/json');
  }

  async #call(path: string, body: BodyInit, type: string): Promise<Record<string, unknown>> {
    const headers = { authorization: this.token, origin: this.#origin, 'content-type': type };
    const request = new Request(this.#service.url + path, { method: 'POST', headers, body });
    const response = await this.#service.fetch(request);
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok) return answer;
    throw new CallRefused(String(answer.code), `${path}: ${answer.message}`);
  }
}

/** A shot as an image of the wire. */
export function toDataUri({ jpeg }: Shot): string {
  return JPEG_DATA_URI_PREFIX + jpeg.toString('base64');
}
