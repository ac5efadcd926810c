import { openCamera } from '../camera/open-camera.ts';
import { openJpegEncoder } from '../capture/jpeg-encoder.ts';
import { cryptoRandomInt } from '../challenge/random-int.ts';
import { sleep } from '../edge/sleep.ts';
import { missingEngine } from '../face/check-support.ts';
import { openSession } from '../submission/session-client.ts';
import { submitImages } from '../submission/submit-images.ts';
import type { CheckParts } from './check-options.ts';

/** What a check is made of in a browser. The tracker is missing: the page has one, and its owner hands it in. */
export const BROWSER_PARTS: Omit<CheckParts, 'acquireTracker'> = {
  missingEngine,
  openCamera,
  openEncoder: openJpegEncoder,
  submit: submitImages,
  openSession,
  randomInt: cryptoRandomInt,
  sleep,
};
