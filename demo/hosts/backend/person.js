import { createSimulatedPerson, installSimulatedCamera, obey } from 'nodeflux-liveness/testing';

// For tests in a browser without a camera: a drawn person does what the check asks.
export async function standBeforeCamera() {
  const person = await createSimulatedPerson();
  installSimulatedCamera(person);
  obey(document, person);
}
