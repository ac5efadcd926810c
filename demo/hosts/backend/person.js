import { createSimulatedPerson, installSimulatedCamera, obey } from 'nodeflux-liveness/testing';

// For tests in a browser without a camera: a drawn person does what the check asks, without WebGL, which is slow where no
// graphics card is.
export async function standBeforeCamera() {
  const person = await createSimulatedPerson({ drawing: '2d' });
  installSimulatedCamera(person);
  obey(document, person);
}
