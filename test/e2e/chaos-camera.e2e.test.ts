import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { CAMERA_FAULTS } from '../../tools/chaos/camera/camera-faults.ts';
import {
  type CameraResult,
  faultsOf,
  runCameraFaults,
} from '../../tools/chaos/camera/run-camera-faults.ts';

/** One of each kind; `npm run chaos:camera` plays them all. */
const SHORTENED = [
  'slow to release',
  'question dismissed',
  'black, then uncovered',
  'list never comes',
  'unplugged',
  'video paused for good',
  'dialog closed',
];

describe('a check before a camera that fails', () => {
  let results: readonly CameraResult[];
  before(async () => {
    results = await runCameraFaults(SHORTENED);
  });

  for (const name of SHORTENED) {
    it(`(${name}) ends as ${CAMERA_FAULTS[name]?.end}, said in words, with the camera off`, () => {
      const result = results.find(({ fault }) => fault === name);
      assert.ok(result);
      assert.deepEqual(faultsOf(result), [], JSON.stringify(result));
    });
  }
});
