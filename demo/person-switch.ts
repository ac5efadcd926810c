import type { NodefluxLiveness } from '../src/index.ts';

/** Puts the simulated person before the camera, or takes them away again. */
export interface PersonSwitch {
  set(simulated: boolean): Promise<void>;
}

/** The person is loaded only when somebody wants them: most visitors have a camera. */
export function createPersonSwitch(liveness: NodefluxLiveness): PersonSwitch {
  let remove: (() => void) | undefined;
  return {
    async set(simulated) {
      liveness.cancel();
      remove?.();
      remove = undefined;
      if (!simulated) return;
      const { installSimulatedCamera, obey } = await import('../src/testing/index.ts');
      const camera = await installSimulatedCamera();
      const stopObeying = obey(liveness, camera.person);
      remove = () => {
        stopObeying();
        camera.remove();
      };
    },
  };
}
