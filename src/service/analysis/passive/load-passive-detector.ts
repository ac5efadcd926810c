import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configuredDetector } from './configured-detector.ts';
import { readDetectorConfig } from './detector-config.ts';
import type { PassiveDetector } from './passive-detector.ts';

/**
 * Loads the detector of a module, or the one that a `.json` file describes.
 * @throws Error when there is no such module, its default export is no function, or the description cannot be used
 */
export async function loadPassiveDetector(module: string): Promise<PassiveDetector> {
  const path = isAbsolute(module) ? module : resolve(module);
  if (path.endsWith('.json')) return configuredDetector(await readDetectorConfig(path));
  const loaded: unknown = await import(pathToFileURL(path).href);
  const detector = (loaded as { default?: unknown }).default;
  if (typeof detector !== 'function') {
    throw new Error(`The passive detector ${module} has no function as its default export.`);
  }
  return detector as PassiveDetector;
}
