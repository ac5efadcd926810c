import { expose } from 'comlink';
import type { FaceSignals } from '../../src/face/face-signals.ts';
import type { WireError } from '../../src/face/worker-errors.ts';
import '../../src/index.ts';
import type { CheckState, CheckStateName } from '../../src/check/check-state.ts';
import type { NodefluxLiveness } from '../../src/nodeflux-liveness.ts';
import { SESSION_PATH } from '../../src/submission/session-wire.ts';
import { CanvasCamera, replaceProperty, stubGetUserMedia } from '../camera/camera-stub.ts';
import { ObedientPerson } from '../check/obedient-person.ts';
import { type SentRequest, stubFetch } from '../submission/stub-fetch.ts';

const RealWorker = globalThis.Worker;

/** A worker that was started, and whether it still runs. */
interface StagedWorker {
  ended: boolean;
}

/**
 * Everything around the element that a test replaces: camera, the tracker's worker and service. The element itself, its
 * session, its tracker pool, its encoder and its events are the real ones.
 */
export class Stage {
  readonly cameras: CanvasCamera[] = [];
  /** The trackers' workers. */
  readonly workers: StagedWorker[] = [];
  /** The real workers that encode. */
  readonly encoders: StagedWorker[] = [];
  readonly #requests: readonly SentRequest[];
  /** Answers `getUserMedia`. */
  openCamera: () => Promise<MediaStream> = async () => this.newCamera().stream;
  /** What the tracker sees in a frame. */
  look: (state: CheckState, atMs: number) => FaceSignals | WireError | Promise<never> = obedient();
  /** How the tracker starts. */
  load: () => Promise<WireError | undefined> = async () => undefined;
  /** Answers the submission. */
  answer: (request: SentRequest) => Response | Promise<Response> = () =>
    new Response(JSON.stringify({ ok: true, job_id: 'job-1' }), { status: 202 });
  readonly #elements: NodefluxLiveness[] = [];
  readonly #undo: (() => void)[] = [];

  constructor() {
    // A service without the extension, as the vendor's cloud is.
    const { sent, restore } = stubFetch((request) => {
      if (isAsset(request)) return new Response('not looked at by the tracker of this stage');
      return isActivation(request) ? new Response(null, { status: 404 }) : this.answer(request);
    });
    this.#requests = sent;
    const stage = this;
    this.#undo.push(
      restore,
      stubGetUserMedia(() => this.openCamera()),
      // Nothing is loaded before a test asks for it.
      replaceProperty(navigator, 'connection', { saveData: true }),
      // A constructor that returns an object: `new Worker(…)` is that object.
      replaceProperty(
        globalThis,
        'Worker',
        function StagedWorker(url: URL, options: WorkerOptions) {
          const encodes = new URL(url).pathname.endsWith('/encode-worker.ts');
          return encodes ? stage.#newEncoder(url, options) : stage.#newWorker();
        },
      ),
    );
  }

  /** What was sent, without the tracker's files and the question whether the service paces the session. */
  get sent(): readonly SentRequest[] {
    return this.#requests.filter((request) => !isAsset(request) && !isActivation(request));
  }

  /** A camera on which the test can act. */
  newCamera(): CanvasCamera {
    const camera = new CanvasCamera(160, 120);
    this.cameras.push(camera);
    return camera;
  }

  /** Whether any camera is on. */
  get cameraOn(): boolean {
    return this.cameras.some(({ track }) => track.readyState === 'live');
  }

  /** Puts an element on the page: with a token, one gesture, and whatever else the attributes say. */
  async element(attributes: Record<string, string> = {}): Promise<NodefluxLiveness> {
    const element = document.createElement('nodeflux-liveness');
    // However slow the machine is, a gesture is seen in time.
    const patient = { timeout: '600000', 'gesture-tolerance': '600000' };
    const small = { gestures: 'smile', 'gesture-count': '1' };
    // The service of this stage knows the contract alone.
    const contract = { 'submission-token': 'token 1', pacing: 'offered' };
    const all = { lang: 'en', ...contract, ...small, ...patient };
    for (const [name, value] of Object.entries({ ...all, ...attributes })) {
      element.setAttribute(name, value);
    }
    this.#elements.push(element);
    document.body.append(element);
    await element.updateComplete;
    return element;
  }

  /** Takes everything down. */
  strike(): void {
    for (const element of this.#elements) element.remove();
    for (const camera of this.cameras) camera.close();
    for (const restore of this.#undo.reverse()) restore();
  }

  #newEncoder(url: URL, options: WorkerOptions): Worker {
    const encoder: StagedWorker = { ended: false };
    this.encoders.push(encoder);
    const real = new RealWorker(url, options);
    const terminate = (): void => {
      encoder.ended = true;
      RealWorker.prototype.terminate.call(real);
    };
    return Object.assign(real, { terminate });
  }

  #newWorker(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    const worker: StagedWorker = { ended: false };
    this.workers.push(worker);
    expose(
      {
        load: () => this.load(),
        track: (image: VideoFrame, _size: unknown, atMs: number) => {
          image.close();
          const state = this.#elements.map((one) => one.state).find(({ name }) => name !== 'idle');
          return this.look(state ?? { name: 'idle' }, atMs);
        },
      },
      port1,
    );
    return Object.assign(port2, {
      terminate: () => {
        worker.ended = true;
        port1.close();
        port2.close();
      },
    });
  }
}

/** The page fetches what the tracker is made of. */
function isAsset({ url }: SentRequest): boolean {
  return new URL(url, document.baseURI).pathname.includes('/face/assets/');
}

function isActivation({ url }: SentRequest): boolean {
  return new URL(url, document.baseURI).pathname.endsWith(SESSION_PATH);
}

/** What the tracker says of a picture on which it still works. */
export const noAnswer = (): Promise<never> => new Promise(() => undefined);

/** One face, which does what it is asked. */
function obedient(): Stage['look'] {
  const person = new ObedientPerson();
  return (state, atMs) => ({ capturedAtMs: atMs, faceCount: 1, face: person.face(state, atMs) });
}

/** Resolves when the element is in this state. */
export async function untilState<N extends CheckStateName>(
  element: NodefluxLiveness,
  name: N,
): Promise<Extract<CheckState, { name: N }>> {
  const isIt = (state: CheckState): state is Extract<CheckState, { name: N }> =>
    state.name === name;
  while (!isIt(element.state)) {
    // Without this a check that fails too soon would be a test that hangs.
    if (element.state.name === 'failed') throw element.state.error;
    await new Promise((resolve) =>
      element.addEventListener('liveness-state', resolve, { once: true }),
    );
  }
  await element.updateComplete;
  return element.state;
}

/** Notes the events of an element, heard above it. */
export function noteEvents(element: NodefluxLiveness): Event[] {
  const heard: Event[] = [];
  const names = ['success', 'error', 'gesture', 'cancel', 'state'] as const;
  const above = element.parentNode ?? element;
  for (const name of names) above.addEventListener(`liveness-${name}`, (e) => heard.push(e));
  return heard;
}

/** The button with these words. */
export function button(element: NodefluxLiveness, words: string): HTMLButtonElement {
  const found = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find(
    ({ textContent }) => textContent?.trim() === words,
  );
  if (!found) throw new Error(`no button "${words}"`);
  return found;
}
