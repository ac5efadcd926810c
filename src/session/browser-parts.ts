import { openCamera } from '../camera/open-camera.ts';
import { openJpegEncoder } from '../capture/jpeg-encoder.ts';
import { cryptoRandomInt } from '../challenge/random-int.ts';
import { openPacedSession } from '../submission/paced-session.ts';
import { submitImages } from '../submission/submit-images.ts';
import type { SessionParts } from './session-options.ts';
import { sleep } from './sleep.ts';

/** What a check is made of in a browser. The tracker is missing: the page has one, and its owner hands it in. */
export const BROWSER_PARTS: Omit<SessionParts, 'acquireTracker'> = {
  openCamera,
  openEncoder: openJpegEncoder,
  submit: submitImages,
  openPacedSession,
  randomInt: cryptoRandomInt,
  sleep,
};
