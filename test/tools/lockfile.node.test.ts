import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { unverifiedPackages } from '../../tools/build/unverified-packages.ts';

describe('package-lock.json', () => {
  it('holds the packages of every platform, each with its hash', () => {
    const path = resolve(import.meta.dirname, '../../package-lock.json');
    const { packages } = JSON.parse(readFileSync(path, 'utf8'));
    assert.ok('node_modules/@biomejs/cli-darwin-arm64' in packages);
    assert.deepEqual(unverifiedPackages(packages), [], 'run `npm run lockfile`');
  });
});

describe('unverifiedPackages', () => {
  const integrity = 'sha512-AAAA';

  it('names a package without a hash, and an optional one that is missing', () => {
    const packages = {
      '': {},
      'node_modules/tool': {
        integrity,
        optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '1.0.0' },
      },
      'node_modules/@tool/linux-x64': {},
    };
    assert.deepEqual(unverifiedPackages(packages), [
      'node_modules/@tool/darwin-arm64',
      'node_modules/@tool/linux-x64',
    ]);
  });

  it('finds what is locked beside the parent or further up, and asks no hash of a workspace', () => {
    const packages = {
      'node_modules/a/node_modules/b': {
        integrity,
        optionalDependencies: { '@b/linux-x64': '1.0.0', '@c/linux-x64': '1.0.0' },
      },
      'node_modules/a/node_modules/@b/linux-x64': { integrity },
      'node_modules/@c/linux-x64': { integrity },
      'node_modules/ours': { link: true },
    };
    assert.deepEqual(unverifiedPackages(packages), []);
  });
});
