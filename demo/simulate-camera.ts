import type { CameraScene } from '../src/testing/index.ts';

/** Who stands before the simulated camera. Only the person obeys; the others are the simplest attacks. */
export const SCENES = ['person', 'photo', 'nobody', 'two-people'] as const;

/** One of {@link SCENES}. */
export type SceneName = (typeof SCENES)[number];

/**
 * Puts a simulated camera in the place of the real one. All of it is loaded only when somebody wants it: most
 * visitors have a camera.
 *
 * @param liveness The element whose instructions the person follows.
 * @returns Takes the simulated camera away again.
 */
export async function simulateCamera(
  liveness: HTMLElement,
  sceneName: SceneName,
): Promise<() => void> {
  const testing = await import('../src/testing/index.ts');
  const { installSimulatedCamera, obey } = testing;
  if (sceneName === 'person') {
    const person = await testing.createSimulatedPerson();
    const uninstall = installSimulatedCamera(person);
    const stopObeying = obey(liveness, person);
    return () => {
      stopObeying();
      uninstall();
      person.dispose();
    };
  }
  const scene: CameraScene & { dispose?(): void } = await {
    photo: testing.createStillPhoto,
    nobody: testing.createNobody,
    'two-people': testing.createTwoPeople,
  }[sceneName]();
  const uninstall = installSimulatedCamera(scene);
  return () => {
    uninstall();
    scene.dispose?.();
  };
}
