import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isServed } from '../../demo/backend/is-served.ts';

describe('the files of the demo', () => {
  const served = [
    '/demo/index.html',
    '/demo/states/state-host.ts',
    '/src/index.ts',
    '/src/face/assets/face_model-f477c060.bin',
    '/src/testing/assets/canonical-face.json',
    '/custom-elements.json',
    '/node_modules/.vite/tests/deps/@mediapipe_tasks-vision.js',
    '/@vite/client',
    '/@id/__x00__@oxc-project+runtime@0.156.0/helpers/esm/decorate.js',
  ];
  for (const path of served) it(`are served: ${path}`, () => assert.equal(isServed(path), true));

  const refused = [
    '/.liveness-data/service.sqlite',
    '/demo/.liveness-data/service.ts',
    '/demo/%2e%2e/package.json',
    '/demo/../src/service/index.ts',
    '/src/service/index.ts',
    '/src/server/index.ts',
    '/src/face/.env.ts',
    '/demo/backend/start-demo.ts',
    '/__open-in-editor',
    '/@fs/etc/passwd',
    '/@id/node:fs',
    '/node_modules/lit/index.js',
    '/package.json',
    '/.git/config',
    '/test/errors.node.test.ts',
    '/tools/browser.ts',
  ];
  for (const path of refused) it(`are not: ${path}`, () => assert.equal(isServed(path), false));
});
