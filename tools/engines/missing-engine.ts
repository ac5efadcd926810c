import type { EngineName } from './engine-tab.ts';
import { findFirefox, NO_FIREFOX } from './find-firefox.ts';
import { findWebKit, NO_WEBKIT } from './find-webkit.ts';

/** Why there is no such engine on this machine, for people to read; undefined where there is one. */
export function missingEngine(engine: EngineName): string | undefined {
  if (engine === 'firefox' && !findFirefox()) return NO_FIREFOX;
  if (engine === 'webkit' && !findWebKit()) return NO_WEBKIT;
  return undefined;
}
