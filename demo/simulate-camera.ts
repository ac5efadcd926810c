import type { CameraScene, DrawingKind } from '../src/testing/index.ts';

/** Who stands before the simulated camera. Only the person obeys; the others are the simplest attacks. */
export const SCENES = ['person', 'photo', 'nobody', 'two-people'] as const;

/** One of {@link SCENES}. */
export type SceneName = (typeof SCENES)[number];

/** A camera that is not the real one. */
export interface DemoCamera {
  /** How the person is drawn; the others are drawn as the browser can. */
  readonly drawing: DrawingKind | undefined;
  /** Takes it away again. */
  remove(): void;
}

/**
 * Puts a simulated camera in the place of the real one. All of it is loaded only when somebody wants it: most
 * visitors have a camera.
 *
 * @param liveness The element whose instructions the person follows.
 * @param drawing How the person is drawn. Default: by WebGL where the browser has it.
 */
export async function simulateCamera(
  liveness: HTMLElement,
  sceneName: SceneName,
  drawing?: DrawingKind,
): Promise<DemoCamera> {
  const testing = await import('../src/testing/index.ts');
  const { installSimulatedCamera, obey } = testing;
  if (sceneName === 'person') {
    const person = await testing.createSimulatedPerson(drawing && { drawing });
    const uninstall = installSimulatedCamera(person);
    const stopObeying = obey(liveness, person);
    return {
      drawing: person.drawing,
      remove() {
        stopObeying();
        uninstall();
        person.dispose();
      },
    };
  }
  const scene: CameraScene & { dispose?(): void } = await {
    photo: testing.createStillPhoto,
    nobody: testing.createNobody,
    'two-people': testing.createTwoPeople,
  }[sceneName]();
  const uninstall = installSimulatedCamera(scene);
  return {
    drawing: undefined,
    remove() {
      uninstall();
      scene.dispose?.();
    },
  };
}
