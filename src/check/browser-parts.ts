import { openCamera } from '../camera/open-camera.ts';
import { cryptoRandomInt } from '../challenge/random-int.ts';
import { sleep } from '../edge/sleep.ts';
import { missingEngine } from '../face/check-support.ts';
import { openSession } from '../submission/session-client.ts';
import { submitImages } from '../submission/submit-images.ts';
import type { CheckParts } from './check-options.ts';

/** What a check is made of in a browser, without the tracker and the encoder: their owner knows where they come from. */
export const BROWSER_PARTS: Omit<CheckParts, 'acquireTracker' | 'openEncoder'> = {
  missingEngine,
  openCamera,
  submit: submitImages,
  openSession,
  randomInt: cryptoRandomInt,
  sleep,
};
