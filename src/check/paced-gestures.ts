import type { CapturedImage, EncodedImage } from '../capture/captured-image.ts';
import { MAX_SMALL_JPEG_BYTES } from '../capture/encode-jpeg.ts';
import {
  beginChain,
  evidenceStatement,
  extendChain,
  sha256Hex,
} from '../capture/evidence-chain.ts';
import type { EvidenceKey } from '../capture/evidence-key.ts';
import type { JpegEncoder } from '../capture/jpeg-encoder.ts';
import type { ChallengePlan } from '../challenge/challenge-state.ts';
import { isAskedForNoHead } from '../challenge/decline-gesture.ts';
import { type GestureName, movesHead } from '../challenge/gesture.ts';
import type { SessionClient } from '../submission/session-client.ts';
import type { SessionAnswer, StepCommit } from '../submission/session-wire.ts';
import type { CheckOptions } from './check-options.ts';
import {
  ATTEMPTS,
  type GestureSource,
  MORE_TIME_FACTOR,
  type PacedEvidence,
  type PerformedStep,
} from './gesture-source.ts';

/** What the evidence is bound to, and signed with. */
export interface EvidenceHolder {
  readonly key: EvidenceKey;
  readonly token: string;
  readonly consentSha256: string | undefined;
}

/** Time kept back from the service's limit for the way there, so that a time-out here comes before one there. */
const COMMIT_MARGIN_MS = 1000;
/** The most of a short limit that is kept back. */
const COMMIT_MARGIN_SHARE = 0.25;

/**
 * Gestures that the service reveals one by one. Calls to the service are queued and sent in order, while the
 * check goes on; frames follow beside them. What goes wrong there is thrown by the next {@link plan} or by {@link finish}.
 */
export class PacedGestures implements GestureSource {
  readonly isPaced = true;
  readonly #session: SessionClient;
  readonly #binding: EvidenceHolder;
  readonly #encoder: JpegEncoder;
  readonly #options: Pick<CheckOptions, 'timeoutMs' | 'gestureToleranceMs' | 'imageQualityFilter'>;
  #answer: SessionAnswer;
  #told: GestureName[] = [];
  #declined: GestureName[] = [];
  #timeFactor = 1;
  #head: Promise<string>;
  #images: CapturedImage[] = [];
  #last: Pick<PacedEvidence, 'commit' | 'lastFrames'> | undefined;
  /** Counts the beginnings: what was under way for an earlier one is of no interest any more. */
  #beginning = 0;
  #queue: Promise<void> = Promise.resolve();
  #uploads: Promise<void>[] = [];
  #failure: { readonly error: unknown } | undefined;
  #isSwapping = false;

  constructor(
    session: SessionClient,
    binding: EvidenceHolder,
    options: CheckOptions,
    encoder: JpegEncoder,
  ) {
    this.#session = session;
    this.#binding = binding;
    this.#options = options;
    this.#encoder = encoder;
    this.#answer = session.opened;
    this.#head = this.#beginChain();
  }

  plan(): Omit<ChallengePlan, 'maySwap'> {
    if (this.#failure) throw this.#failure.error;
    const { timeoutMs, gestureToleranceMs, imageQualityFilter = true } = this.#options;
    const { limit_ms: wholeMs } = this.#answer.step;
    const limitMs = wholeMs - Math.min(COMMIT_MARGIN_MS, wholeMs * COMMIT_MARGIN_SHARE);
    return {
      attempts: Array.from({ length: ATTEMPTS }, () => this.#told),
      gestureCount: this.#answer.gesture_count,
      timeoutMs: timeoutMs * this.#timeFactor,
      gestureToleranceMs: gestureToleranceMs * this.#timeFactor,
      imageQualityFilter,
      judgesWay: true,
      movesNoHead: isAskedForNoHead(this.#declined) && !this.#told.some(movesHead),
      mayAskAgain: (this.#answer.repeats_left ?? 0) > 0,
      stepLimitMs: limitMs,
    };
  }

  canSwap(_attempt: number, index: number): boolean {
    const { step, swaps_left: swapsLeft } = this.#answer;
    return swapsLeft > 0 && step.step === index + 1 && !this.#isSwapping;
  }

  get isSwapping(): boolean {
    return this.#isSwapping;
  }

  swap(_attempt: number, index: number): void {
    const beginning = this.#beginning;
    this.#declined = [...this.#declined, ...this.#told.slice(index)];
    this.#told = this.#told.slice(0, index);
    this.#isSwapping = true;
    this.#enqueue(async () => {
      if (beginning !== this.#beginning) return;
      const answer = await this.#session.swap(this.#answer.attempt, index + 1);
      if (beginning !== this.#beginning) return;
      this.#isSwapping = false;
      this.#follow(answer);
    });
  }

  askAgain(_attempt: number, index: number): void {
    const beginning = this.#beginning;
    this.#enqueue(async () => {
      if (beginning !== this.#beginning) return;
      const { repeats_left, step } = await this.#session.repeat(this.#answer.attempt, index + 1);
      this.#answer = { ...this.#answer, ...(repeats_left !== undefined && { repeats_left }), step };
    });
  }

  giveMoreTime(): void {
    this.#timeFactor = MORE_TIME_FACTOR;
    this.#enqueue(async () => {
      const { step } = await this.#session.moreTime(this.#answer.attempt);
      this.#answer = { ...this.#answer, step };
    });
  }

  stepDone({ step, shows, frame, way, camera }: PerformedStep): void {
    const beginning = this.#beginning;
    const encoding = Promise.all([
      ...way.map((one) => this.#encoder.encode(one, shows, MAX_SMALL_JPEG_BYTES)),
      this.#encoder.encode(frame, shows),
    ]);
    encoding.catch(() => undefined);
    this.#enqueue(async () => {
      if (beginning !== this.#beginning) return;
      const frames = await encoding;
      const clearest = frames[way.length];
      if (!clearest) throw new RangeError('A step has a clearest frame.');
      const commit = await this.#commitTo({ step, camera, shows }, frames);
      this.#images.push(clearest.image);
      if (step === this.#answer.gesture_count) {
        this.#last = { commit, lastFrames: frames.map(({ image }) => image) };
        return;
      }
      const smallFrames = frames.slice(0, -1).map(({ image }) => base64Of(image));
      const answer = await this.#session.commit({ ...commit, small_frames: smallFrames });
      if (beginning !== this.#beginning) return;
      this.#head = Promise.resolve(commit.head);
      this.#upload(clearest.jpeg);
      this.#follow(answer);
    });
  }

  startedOver(): void {
    this.#beginning += 1;
    this.#isSwapping = false;
    this.#told = [];
    this.#enqueue(async () => {
      const answer = await this.#session.restart(this.#answer.attempt);
      this.#images = [];
      this.#uploads = [];
      this.#follow(answer);
      this.#head = this.#beginChain();
    });
  }

  async finish(): Promise<PacedEvidence> {
    await this.#queue;
    await Promise.all(this.#uploads);
    if (this.#failure) throw this.#failure.error;
    if (!this.#last) throw new RangeError('The last step was not done.');
    return { images: this.#images, ...this.#last };
  }

  #enqueue(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(async () => {
      if (this.#failure) return;
      await work().catch((error: unknown) => {
        this.#failure ??= { error };
      });
    });
  }

  #upload(jpeg: Uint8Array<ArrayBuffer>): void {
    const beginning = this.#beginning;
    const upload = this.#session.upload(jpeg).catch((error: unknown) => {
      // A frame of an attempt that was given up is not wanted any more.
      if (beginning === this.#beginning) this.#failure ??= { error };
    });
    this.#uploads.push(upload);
  }

  /** The service's word of what comes now. */
  #follow(answer: SessionAnswer): void {
    this.#answer = answer;
    const { shows } = answer.step;
    this.#told = shows === 'neutral' ? [] : [...this.#told, shows];
  }

  #beginChain(): Promise<string> {
    const { session, attempt } = this.#answer;
    const { consentSha256, key, token } = this.#binding;
    return beginChain({ token, session, attempt, publicKey: key.publicKey, consentSha256 });
  }

  async #commitTo(
    { step, camera, shows }: Pick<PerformedStep, 'step' | 'camera' | 'shows'>,
    encoded: readonly EncodedImage[],
  ): Promise<StepCommit> {
    const frames = await Promise.all(
      encoded.map(async ({ image: { capturedAtMs, widthPx, heightPx }, jpeg }) => ({
        sha256: await sha256Hex(jpeg),
        camera,
        captured_at_ms: Math.round(capturedAtMs),
        width_px: widthPx,
        height_px: heightPx,
      })),
    );
    const head = await extendChain(await this.#head, step, shows, frames);
    const signature = await this.#binding.key.sign(evidenceStatement(head, step));
    return { attempt: this.#answer.attempt, step, frames, head, signature };
  }
}

/** What a data URI holds. */
function base64Of({ dataUri }: CapturedImage): string {
  return dataUri.slice(dataUri.indexOf(',') + 1);
}
