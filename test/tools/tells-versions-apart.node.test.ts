import assert from 'node:assert/strict';
import { it } from 'node:test';
import { VERSION } from '../../src/version.ts';
import { tellsVersionsApart } from '../../tools/hosts/tells-versions-apart.ts';

for (const name of [
  `tracker-worker-${VERSION}.js`,
  `tracker-worker-${VERSION}.js?worker_file&type=module`,
  'nodeflux-liveness-face-tracker.3f9c0a12be.js',
  'static/chunks/0b1c2d3e4f5a6b7c.js',
  'assets/tracker-worker-B7xk2_qa.js',
]) {
  it(`a worker whose script is ${name} is of one version`, () => {
    assert.equal(tellsVersionsApart(`https://shop.example/${name}`), true);
  });
}

for (const name of ['nodeflux-liveness-face-tracker.js', 'worker.js', '2.js', '0.1/worker.js']) {
  it(`a worker whose script is ${name} may be of any version`, () => {
    assert.equal(tellsVersionsApart(`https://shop.example/${name}`), false);
  });
}
