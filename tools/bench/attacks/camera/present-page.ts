/// <reference lib="dom" />
/** Runs in a page of the bench: puts somebody before the camera of the real element, and says what came of it. */
import '../../../../src/index.ts';
import type { GestureName } from '../../../../src/challenge/gesture.ts';
import { installSimulatedCamera, obey } from '../../../../src/testing/index.ts';
import { createScene, type SceneRequest } from './scenes-page.ts';

/** One presentation. */
export interface PresentRequest {
  readonly scene: SceneRequest;
  readonly apiPath: string;
  readonly token: string;
  /** Longest for one gesture, and for all of them. */
  readonly toleranceMs: number;
  readonly timeoutMs: number;
  /** Longest until the first gesture is asked for. */
  readonly positioningMs: number;
}

/** What the page heard. */
export interface PresentAnswer {
  readonly jobId?: string;
  /** Where it stopped without a submission: the error's code, or the hint that it stayed with. */
  readonly why?: string;
  /** Gestures that were asked for. */
  readonly asked: readonly GestureName[];
}

/** Plays one check from its start to the submission, or to where it stops. */
export async function present(request: PresentRequest): Promise<PresentAnswer> {
  const element = document.createElement('nodeflux-liveness');
  element.apiUrl = location.origin + request.apiPath;
  element.submissionToken = request.token;
  element.pacing = 'required';
  element.gestureTolerance = request.toleranceMs;
  element.timeout = request.timeoutMs;
  document.body.append(element);
  await element.preload();
  const scene = await createScene(request.scene);
  const uninstall = installSimulatedCamera(scene.attacker, {
    framesPerSecond: request.scene.framesPerSecond ?? 30,
  });
  const stopObeying = obey(element, scene.attacker);
  const asked: GestureName[] = [];
  let last = 'idle';
  element.addEventListener('liveness-gesture', () => scene.onGesture());
  try {
    const ended = new Promise<Omit<PresentAnswer, 'asked'>>((resolve) => {
      const timer = setTimeout(() => resolve({ why: last }), request.positioningMs);
      element.addEventListener('liveness-state', ({ detail: { state } }) => {
        if (state.name === 'positioning') last = `positioning: ${state.hint}`;
        if (state.name === 'holding') last = 'holding still';
        if (state.name !== 'gesture') return;
        clearTimeout(timer);
        if (asked.at(-1) !== state.gesture) asked.push(state.gesture);
      });
      element.addEventListener('liveness-success', ({ detail }) =>
        resolve({ jobId: detail.jobId }),
      );
      element.addEventListener('liveness-error', ({ detail }) => resolve({ why: detail.code }));
    });
    element.start();
    return { ...(await ended), asked };
  } finally {
    stopObeying();
    element.cancel();
    element.remove();
    uninstall();
    scene.attacker.dispose();
  }
}
