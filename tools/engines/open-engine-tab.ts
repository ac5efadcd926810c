import type { Circumstances, EngineName, EngineTab } from './engine-tab.ts';
import { openChromiumTab } from './open-chromium-tab.ts';
import { openFirefoxTab } from './open-firefox-tab.ts';
import { openWebKitTab } from './open-webkit-tab.ts';

const OPENERS: Readonly<Record<EngineName, (given: Circumstances) => Promise<EngineTab>>> = {
  chromium: openChromiumTab,
  firefox: openFirefoxTab,
  webkit: openWebKitTab,
};

/** Starts a browser of this engine, in these circumstances, and opens a page in it. */
export function openEngineTab(
  engine: EngineName,
  circumstances: Circumstances = {},
): Promise<EngineTab> {
  return OPENERS[engine](circumstances);
}
