import { type DemoCamera, type SceneName, simulateCamera } from './simulate-camera.ts';
import type { Words } from './words.ts';

/** What is said beneath the switch. */
export type CameraHint = keyof Pick<
  Words,
  'simulatedPersonHint' | 'simulatedPersonWithoutWebgl' | 'simulatedPersonFailed'
>;

/** What stands before the switched camera. */
export interface SwitchedScene {
  readonly scene: SceneName;
  /** How the person is drawn. Default: by WebGL where the browser has it. */
  readonly drawing?: 'webgl' | '2d' | undefined;
}

/**
 * Lets a box put the simulated camera in the place of the real one, and back.
 *
 * @param say Told what to say beneath the box after each press.
 */
export function connectCameraSwitch(
  box: HTMLInputElement,
  liveness: HTMLElement & { cancel(): void },
  { scene, drawing }: SwitchedScene,
  say: (hint: CameraHint) => void,
): void {
  let camera: DemoCamera | undefined;
  const follow = async (): Promise<void> => {
    box.disabled = true;
    liveness.cancel();
    camera?.remove();
    camera = undefined;
    try {
      if (box.checked) camera = await simulateCamera(liveness, scene, drawing);
      say(camera?.drawing === '2d' ? 'simulatedPersonWithoutWebgl' : 'simulatedPersonHint');
    } catch (cause) {
      // Left on, it would say that nobody is seen while the real camera is used.
      box.checked = false;
      say('simulatedPersonFailed');
      console.error('There is no simulated person:', cause);
    } finally {
      box.disabled = false;
    }
  };
  box.addEventListener('change', follow);
  // Browsers remember what was chosen before a page was loaded anew.
  if (box.checked) void follow();
}
