import {
  beginChain,
  evidenceStatement,
  extendChain,
  sha256Hex,
} from '../../../src/capture/evidence-chain.ts';
import { createEvidenceKey, type EvidenceKey } from '../../../src/capture/evidence-key.ts';
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
} from '../../../src/submission/session-wire.ts';
import { FACE_LIVENESS_PATH } from '../../../src/submission/wire.ts';
import { makePattern, toDataUri } from '../jpeg.ts';
import type { Answer, createCaller } from '../run-service.ts';

const PAGE = 'https://shop.example';
type Caller = Pick<ReturnType<typeof createCaller>, 'call' | 'post'>;

/** A JPEG and what is said of it. */
export interface Shot {
  readonly jpeg: Buffer;
  readonly record: EvidenceFrame;
}

let shots = 0;
/** A picture that is like no other, taken after all others. */
export async function takeShot(jpeg?: Buffer): Promise<Shot> {
  shots += 1;
  const bytes = jpeg ?? (await makePattern(`shot ${shots}`));
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  const record = {
    sha256: sha256.toString('hex'),
    camera: 'front' as const,
    captured_at_ms: 1000 * shots,
    width_px: 96,
    height_px: 128,
  };
  return { jpeg: bytes, record };
}

/** Plays the client of a paced session, well or badly; nothing of the element is in it but the evidence. */
export class PacedClient {
  readonly token: string;
  readonly #service: Caller;
  #origin: string;
  #key: EvidenceKey | undefined;
  #head = '';
  #consentSha256: string | undefined;
  /** Where the service says that the session is. */
  answer: SessionAnswer | undefined;

  constructor(service: Caller, token: string, origin = PAGE) {
    this.#service = service;
    this.token = token;
    this.#origin = origin;
  }

  /** The same session, seen from another page. */
  from(origin: string): PacedClient {
    const twin = new PacedClient(this.#service, this.token, origin);
    twin.#key = this.#key;
    twin.#head = this.#head;
    twin.answer = this.answer;
    return twin;
  }

  /** `agreed` is what the person agreed to; `signed` what the evidence then says of it. */
  async activate(agreed?: string, signed = agreed): Promise<Answer> {
    this.#key = await createEvidenceKey();
    this.#consentSha256 = signed && (await sha256Hex(signed));
    const consent = agreed && { consent_sha256: await sha256Hex(agreed) };
    const body = { version: 1, public_key: this.#key.publicKey, ...consent };
    return this.#begin(await this.#post(SESSION_PATH, body));
  }

  /** What a step commits to when it shows these shots. */
  async commitment(
    frames: readonly Shot[],
    changes: Partial<StepCommit> = {},
  ): Promise<StepCommit> {
    if (!this.answer || !this.#key) throw new Error('Activate first.');
    const { attempt, step } = this.answer;
    const records = frames.map(({ record }) => record);
    const head = await extendChain(this.#head, step.step, step.shows, records);
    const signature = await this.#key.sign(evidenceStatement(head, step.step));
    return { attempt, step: step.step, frames: records, head, signature, ...changes };
  }

  /** Does the present step, which is not the last; all frames but the last one come along. */
  async commit(
    frames: readonly Shot[],
    changes: Partial<StepCommit> = {},
    small = frames.slice(0, -1),
  ): Promise<Answer> {
    const commitment = await this.commitment(frames, changes);
    if (small.length === 0) return this.send(commitment);
    const smallFrames = small.map(({ jpeg }) => jpeg.toString('base64'));
    return this.send({ ...commitment, small_frames: smallFrames });
  }

  /** Sends a commitment as it is. */
  async send(commitment: StepRequest): Promise<Answer> {
    const answer = this.#follow(await this.#post(SESSION_STEPS_PATH, commitment));
    if (answer.status === 200) this.#head = commitment.head;
    return answer;
  }

  async upload({ jpeg }: Shot): Promise<Answer> {
    return this.#service.call(SESSION_FRAMES_PATH, {
      method: 'POST',
      headers: { ...this.#headers(), 'content-type': 'image/jpeg' },
      body: new Uint8Array(jpeg),
    });
  }

  async swap(changes: { attempt?: number; step?: number } = {}): Promise<Answer> {
    return this.#follow(await this.#post(SESSION_SWAPS_PATH, { ...this.#place(), ...changes }));
  }

  async askMoreTime(attempt = this.answer?.attempt ?? 0): Promise<Answer> {
    return this.#follow(await this.#post(SESSION_TIME_PATH, { attempt }));
  }

  /** The time of a step once more. */
  async repeat(step = this.answer?.step.step ?? 0): Promise<Answer> {
    const attempt = this.answer?.attempt ?? 0;
    return this.#follow(await this.#post(SESSION_TIME_PATH, { attempt, step }));
  }

  async restart(attempt = this.answer?.attempt ?? 0): Promise<Answer> {
    return this.#begin(await this.#post(SESSION_ATTEMPTS_PATH, { attempt }));
  }

  /** Does the last step. */
  async submit(frames: readonly Shot[], changes: Partial<StepCommit> = {}): Promise<Answer> {
    return this.sendSubmission(await this.submission(frames, changes));
  }

  /** What the last step is submitted with. */
  async submission(frames: readonly Shot[], changes: Partial<StepCommit> = {}): Promise<object> {
    return {
      images: frames.map(({ jpeg }) => toDataUri(jpeg)),
      session: await this.commitment(frames, changes),
    };
  }

  /** Sends a submission as it is. */
  sendSubmission(body: object): Promise<Answer> {
    return this.#post(FACE_LIVENESS_PATH, body);
  }

  /** Does every step but the last, uploads included, and returns what was shown. */
  async reachLastStep(): Promise<Shot[]> {
    const shown: Shot[] = [];
    while (this.answer && this.answer.step.step < this.answer.gesture_count) {
      const shot = await takeShot();
      shown.push(shot);
      await this.commit([shot]);
      await this.upload(shot);
    }
    return shown;
  }

  #place() {
    return { attempt: this.answer?.attempt ?? 0, step: this.answer?.step.step ?? 0 };
  }

  #headers() {
    return { authorization: this.token, origin: this.#origin };
  }

  #post(path: string, body: unknown): Promise<Answer> {
    return this.#service.post(path, body, this.#headers());
  }

  #follow(answer: Answer): Answer {
    if (answer.body.ok) this.answer = answer.body;
    return answer;
  }

  /** A new attempt begins a new chain. */
  async #begin(answer: Answer): Promise<Answer> {
    if (!answer.body.ok || !this.#key) return answer;
    const { session, attempt } = answer.body;
    const { publicKey } = this.#key;
    const consentSha256 = this.#consentSha256;
    this.#head = await beginChain({
      token: this.token,
      session,
      attempt,
      publicKey,
      consentSha256,
    });
    return this.#follow(answer);
  }
}
