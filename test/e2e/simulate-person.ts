import type { Frame, Page } from 'playwright-core';

/**
 * Puts the simulated person before a hosted page, from its own files, so that its policy lets them in, and gives them time.
 *
 * @param files Folder of `buildTestingModule`, as the page's origin serves it.
 */
export async function simulatePerson(
  page: Page | Frame,
  files = '/check/files/testing',
): Promise<void> {
  await page.evaluate(async (folder) => {
    const testing: typeof import('../../src/testing/index.ts') = await import(`${folder}/index.js`);
    const person = await testing.createSimulatedPerson({ drawing: '2d' });
    testing.installSimulatedCamera(person);
    testing.obey(document, person);
    Object.assign(document.querySelector('nodeflux-liveness') ?? {}, {
      gestureTolerance: 60_000,
      timeout: 200_000,
    });
  }, files);
}
