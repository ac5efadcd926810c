import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { listCameras } from '../../camera/list-cameras.ts';
import type { Camera } from '../../camera/open-camera.ts';
import { choosableCameras, type RankedCamera } from '../../camera/rank-cameras.ts';
import type { CheckListener } from '../../check/check-listener.ts';
import type { CheckOptions, CheckParts } from '../../check/check-options.ts';
import type { CheckState } from '../../check/check-state.ts';
import { PersonRequests } from '../../check/person-requests.ts';
import { runCheck } from '../../check/run-check.ts';
import { runHandOff } from '../../check/run-hand-off.ts';
import { toLivenessError } from '../../check/to-liveness-error.ts';
import { sleep } from '../../edge/sleep.ts';
import {
  LivenessAlternativeEvent,
  LivenessCancelEvent,
  LivenessErrorEvent,
  LivenessGestureEvent,
  LivenessStateEvent,
  type LivenessSuccessDetail,
  LivenessSuccessEvent,
} from '../../events.ts';
import type { HandOffClient } from '../../submission/hand-off-client.ts';
import type { CameraChoice } from '../views/camera-choice.ts';
import { showsChange, tellsChange } from '../views/shows-change.ts';
import { buzz } from './gesture-buzz.ts';

/** The host's side of a check: what to do, and with which parts. Asked anew at each start. */
export interface CheckHost extends ReactiveControllerHost, EventTarget {
  /** @internal */
  checkOptions(): Omit<CheckOptions, 'requests'>;
  /** @internal */
  checkParts(): CheckParts;
  /** @internal */
  handOff(): HandOffHost;
}

/** What a check on a phone needs of the host. */
export interface HandOffHost {
  readonly client: HandOffClient;
  readonly language: string;
}

/** What runs, and what of it is told at the end; nothing when the person ended it. */
type Work = (
  listener: CheckListener,
  signal: AbortSignal,
) => Promise<LivenessSuccessDetail | undefined>;

/**
 * Owns the life of a check for an element: at most one runs, it ends when the element leaves the page,
 * and everything that it says becomes the element's state and events.
 */
export class CheckController implements ReactiveController {
  readonly #host: CheckHost;
  #running: AbortController | undefined;
  #requests = new PersonRequests();
  #moreTime = false;
  #state: CheckState = { name: 'idle' };
  #camera: Camera | undefined;
  /** The camera that the person chose, for later checks too; none that could not be opened. */
  #chosenId: string | undefined;
  #phoneAddress: string | undefined;
  /** The cameras to choose from after a failure. */
  #listed: readonly RankedCamera[] = [];

  constructor(host: CheckHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Where the check is. */
  get state(): CheckState {
    return this.#state;
  }

  /** The camera's picture while the camera is on. */
  get preview(): HTMLVideoElement | undefined {
    return this.#camera?.video;
  }

  /** Where a phone opens the check that is handed over to it, as long as nobody has. */
  get phoneAddress(): string | undefined {
    return this.#phoneAddress;
  }

  /** The cameras that the person may choose from, if there is a choice. */
  get cameraChoice(): CameraChoice | undefined {
    const camera = this.#camera;
    if (!camera) return this.#choiceAfterFailure;
    const cameras = choosableCameras(camera.devices, camera.current);
    if (cameras.length < 2) return undefined;
    return {
      cameras,
      chosenId: this.#chosenId ?? camera.current.deviceId,
      onChoose: (deviceId) => void this.#choose(camera, deviceId),
    };
  }

  /** After a check that failed: which camera the next one is to begin with. */
  get #choiceAfterFailure(): CameraChoice | undefined {
    const cameras = this.#listed;
    const [first] = cameras;
    if (this.#state.name !== 'failed' || !first || cameras.length < 2) return undefined;
    return {
      cameras,
      chosenId: this.#chosenId ?? first.deviceId,
      onChoose: (deviceId) => {
        this.#chosenId = deviceId;
        this.#host.requestUpdate();
      },
    };
  }

  /** Whether the person has asked for more time. It holds for later attempts too. */
  get moreTime(): boolean {
    return this.#moreTime;
  }

  /** Makes all times longer, of the running check and of later ones. */
  askMoreTime(): void {
    this.#moreTime = true;
    this.#requests.askMoreTime();
    this.#host.requestUpdate();
  }

  /** Asks for another gesture instead of the present one; does nothing where none may be had. */
  swap(): void {
    const state = this.#state;
    if (state.name === 'gesture' && state.canSwap && !state.swapping) this.#requests.askSwap();
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#phoneAddress = undefined;
    this.#show(undefined);
    // An element that is only moved shows itself again, and then it must not show what is no more.
    if (this.#state.name !== 'idle') this.#enter({ name: 'idle' });
  }

  /** Begins a check; does nothing while one runs. */
  start(): void {
    this.#begin((listener, signal) => this.#check(listener, signal));
  }

  /** Hands the check over to a phone; does nothing while one runs. */
  handOver(): void {
    this.#begin((listener, signal) => this.#handOff(listener, signal));
  }

  /** Ends the running check, at once for the person; does nothing when none runs. */
  cancel(): void {
    if (!this.#running) return;
    this.#running.abort();
    this.#running = undefined;
    this.#phoneAddress = undefined;
    this.#show(undefined);
    const during = this.#state.name;
    this.#enter({ name: 'cancelled' });
    this.#host.dispatchEvent(new LivenessCancelEvent({ during }));
  }

  /** Tells the page that the person takes another way. */
  tellAlternative(): void {
    this.#host.dispatchEvent(new LivenessAlternativeEvent(this.#state));
  }

  #begin(work: Work): void {
    if (this.#running) return;
    const running = new AbortController();
    this.#running = running;
    void this.#run(running, work);
  }

  async #check(listener: CheckListener, signal: AbortSignal): Promise<LivenessSuccessDetail> {
    const requests = new PersonRequests();
    if (this.#moreTime) requests.askMoreTime();
    this.#requests = requests;
    const options = { ...this.#host.checkOptions(), cameraId: this.#chosenId, requests };
    const result = await runCheck(options, this.#host.checkParts(), listener, signal);
    const { jobId, images, paced, verdict, consent } = result;
    // What a camera is called may name its owner; what it is does not.
    const camera = { kind: result.camera.kind };
    return {
      jobId,
      images,
      paced,
      camera,
      ...(consent && { consent }),
      ...(verdict && { verdict }),
    };
  }

  async #handOff(
    { onState }: CheckListener,
    signal: AbortSignal,
  ): Promise<LivenessSuccessDetail | undefined> {
    const { client, language } = this.#host.handOff();
    const onAddress = (url: string | undefined): void => {
      if (signal.aborted) return;
      this.#phoneAddress = url;
      this.#host.requestUpdate();
    };
    const done = await runHandOff(client, { language, sleep }, { onState, onAddress }, signal);
    if (!done) return undefined;
    const { jobId, verdict } = done;
    // The pictures and the camera are the phone's.
    const camera = { kind: 'unknown' } as const;
    return { jobId, images: [], paced: true, camera, ...(verdict && { verdict }) };
  }

  async #run(running: AbortController, work: Work): Promise<void> {
    const isCurrent = (): boolean => this.#running === running;
    const listener: CheckListener = {
      onState: (state) => {
        if (isCurrent()) this.#enter(state);
      },
      onCamera: (camera) => {
        if (!isCurrent()) return;
        if (camera && camera.current.deviceId !== this.#chosenId) this.#chosenId = undefined;
        this.#show(camera);
      },
      onGesture: (gesture, index, count) => {
        if (isCurrent()) {
          buzz();
          this.#host.dispatchEvent(new LivenessGestureEvent({ gesture, index, count }));
        }
      },
    };
    try {
      const detail = await work(listener, running.signal);
      if (!isCurrent()) return;
      // The person ended it elsewhere.
      if (!detail) return this.cancel();
      this.#running = undefined;
      this.#enter({ name: 'done', jobId: detail.jobId, verdict: detail.verdict });
      this.#host.dispatchEvent(new LivenessSuccessEvent(detail));
    } catch (cause) {
      // An abort is not an error; the code that aborted has already changed the state.
      if (!isCurrent()) return;
      this.#running = undefined;
      const error = toLivenessError(cause);
      this.#listed = [];
      this.#enter({ name: 'failed', error });
      if (error.code.startsWith('camera-')) void this.#listCameras();
      this.#host.dispatchEvent(new LivenessErrorEvent(error));
    }
  }

  #enter(state: CheckState): void {
    const before = this.#state;
    this.#state = state;
    if (showsChange(before, state)) this.#host.requestUpdate();
    if (tellsChange(before, state)) this.#host.dispatchEvent(new LivenessStateEvent({ state }));
  }

  #show(camera: Camera | undefined): void {
    this.#camera = camera;
    this.#host.requestUpdate();
  }

  async #listCameras(): Promise<void> {
    const listed = await listCameras();
    this.#listed = choosableCameras(listed ?? []);
    this.#host.requestUpdate();
  }

  async #choose(camera: Camera, deviceId: string): Promise<void> {
    this.#chosenId = deviceId;
    this.#host.requestUpdate();
    await camera.switchTo(deviceId);
    const isOn = camera.current.deviceId === deviceId;
    // Another may have been chosen meanwhile.
    if (this.#chosenId === deviceId && !isOn) this.#chosenId = undefined;
    this.#host.requestUpdate();
  }
}
