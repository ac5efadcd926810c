import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cameraError } from '../../src/camera/camera-error.ts';
import type { LivenessErrorCode } from '../../src/errors.ts';

const CODES: Readonly<Record<string, LivenessErrorCode>> = {
  NotAllowedError: 'camera-denied',
  PermissionDeniedError: 'camera-denied',
  SecurityError: 'camera-blocked-by-policy',
  NotFoundError: 'camera-missing',
  DevicesNotFoundError: 'camera-missing',
  OverconstrainedError: 'camera-missing',
  NotReadableError: 'camera-in-use',
  TrackStartError: 'camera-in-use',
  AbortError: 'camera-in-use',
  // A name that no specification knows: the camera is there and does not open.
  SomethingNewError: 'camera-in-use',
};

describe('an exception of getUserMedia', () => {
  for (const [name, code] of Object.entries(CODES)) {
    it(`${name} is ${code}, and stays the cause`, () => {
      const cause = new DOMException('words of the browser', name);
      const error = cameraError(cause, undefined);
      assert.equal(error.code, code);
      assert.equal(error.cause, cause);
      assert.match(error.message, new RegExp(`\\(${name}\\)$`));
    });
  }

  it('is a refusal by policy only where the browser says that the policy forbids the camera', () => {
    const refused = new DOMException('', 'NotAllowedError');
    assert.equal(cameraError(refused, false).code, 'camera-blocked-by-policy');
    assert.equal(cameraError(refused, true).code, 'camera-denied');
    assert.equal(cameraError(refused, undefined).code, 'camera-denied');
  });

  it('of another kind is not taken for a matter of policy', () => {
    assert.equal(cameraError(new DOMException('', 'NotFoundError'), false).code, 'camera-missing');
  });

  it('that is no Error at all is translated too', () => {
    assert.equal(cameraError('no', undefined).code, 'camera-in-use');
  });
});
