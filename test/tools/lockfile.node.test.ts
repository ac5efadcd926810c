import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { completePackages } from '../../tools/build/complete-packages.ts';

describe('package-lock.json', () => {
  it('holds the packages of every platform, without which `npm ci` refuses it', () => {
    const path = resolve(import.meta.dirname, '../../package-lock.json');
    const { packages } = JSON.parse(readFileSync(path, 'utf8'));
    assert.deepEqual(completePackages(packages).added, [], 'run `npm run lockfile`');
  });
});

describe('completePackages', () => {
  it('adds what is missing, with the platform that the name tells', () => {
    const { packages, added } = completePackages({
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { '@tool/linux-x64-musl': '1.0.0', '@tool/darwin-arm64': '1.0.0' },
      },
    });
    assert.deepEqual(added, ['@tool/linux-x64-musl@1.0.0', '@tool/darwin-arm64@1.0.0']);
    assert.deepEqual(packages['node_modules/@tool/linux-x64-musl'], {
      version: '1.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    });
  });

  it('finds what is locked beside the parent or further up', () => {
    const { added } = completePackages({
      'node_modules/a/node_modules/b': {
        version: '1.0.0',
        optionalDependencies: { '@b/linux-x64': '1.0.0', '@c/linux-x64': '1.0.0' },
      },
      'node_modules/a/node_modules/@b/linux-x64': { version: '1.0.0' },
      'node_modules/@c/linux-x64': { version: '1.0.0' },
    });
    assert.deepEqual(added, []);
  });

  it('refuses to guess', () => {
    const missing = (name: string, version: string) => () =>
      completePackages({ 'node_modules/a': { optionalDependencies: { [name]: version } } });
    assert.throws(missing('fsevents', '2.3.3'), /does not say its platform/);
    assert.throws(missing('@a/linux-x64', '^1.0.0'), /no exact version/);
  });
});
