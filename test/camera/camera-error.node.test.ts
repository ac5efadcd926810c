import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cameraError, isBusy } from '../../src/camera/camera-error.ts';
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
};

describe('an exception of getUserMedia', () => {
  for (const [name, code] of Object.entries(CODES)) {
    it(`${name} is ${code}, and stays the cause`, () => {
      const cause = new DOMException('words of the browser', name);
      const error = cameraError(cause);
      assert.equal(error.code, code);
      assert.equal(error.cause, cause);
      assert.match(error.message, new RegExp(`\\(${name}\\)$`));
    });
  }

  const refused = (message = '') => new DOMException(message, 'NotAllowedError');

  it('is a refusal by policy only where the browser says that the policy forbids the camera', () => {
    assert.equal(
      cameraError(refused(), { allowedByPolicy: false }).code,
      'camera-blocked-by-policy',
    );
    assert.equal(cameraError(refused(), { allowedByPolicy: true }).code, 'camera-denied');
    assert.equal(cameraError(refused()).code, 'camera-denied');
  });

  const REFUSALS: readonly [message: string, PermissionState | undefined, LivenessErrorCode][] = [
    ['Permission dismissed', undefined, 'camera-dismissed'],
    ['Permission dismissed', 'prompt', 'camera-dismissed'],
    ['Permission dismissed', 'granted', 'camera-dismissed'],
    ['Permission denied', 'denied', 'camera-denied'],
    ['Permission denied', undefined, 'camera-denied'],
    ['Permission denied by system', 'granted', 'camera-blocked-by-system'],
    ['Permission denied by system', undefined, 'camera-blocked-by-system'],
    ['Permissions policy violation: camera is not allowed', undefined, 'camera-blocked-by-policy'],
    // Firefox and Safari say one sentence for all; the permission tells them apart.
    ['The request is not allowed by the user agent', 'prompt', 'camera-dismissed'],
    ['The request is not allowed by the user agent', 'denied', 'camera-denied'],
    ['The request is not allowed by the user agent', 'granted', 'camera-blocked-by-system'],
  ];
  for (const [message, permission, code] of REFUSALS) {
    it(`"${message}" with the permission ${permission ?? 'unknown'} is ${code}`, () => {
      assert.equal(cameraError(refused(message), { permission }).code, code);
    });
  }

  it('of another kind is not taken for a matter of policy or permission', () => {
    const missing = new DOMException('', 'NotFoundError');
    assert.equal(
      cameraError(missing, { allowedByPolicy: false, permission: 'prompt' }).code,
      'camera-missing',
    );
  });

  it('with a name that no specification knows is not called busy, and keeps its words', () => {
    const error = cameraError(new DOMException('the lens fell off', 'SomethingNewError'));
    assert.equal(error.code, 'camera-failed');
    assert.equal(error.detail, 'SomethingNewError: the lens fell off');
    assert.equal(isBusy(error.cause), false);
  });

  it('that is no Error at all is translated too', () => {
    const error = cameraError('no');
    assert.deepEqual([error.code, error.detail], ['camera-failed', 'no']);
  });
});
