import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, it, type TestContext } from 'node:test';

const TSX = import.meta.resolve('tsx');
const PASSING = "import { it } from 'node:test'; it('holds', () => {});";
const FAILING =
  "import { describe, it } from 'node:test'; describe('a thing', () => { it('breaks', () => { throw new Error('broken'); }); it('holds', () => {}); });";
const SKIPPED = "import { it } from 'node:test'; it.skip('waits', () => {});";

const ENDLESS =
  "import { it } from 'node:test'; it('never ends', () => new Promise(() => setInterval(() => {}, 1000)));";
const SCRIPT = resolve(import.meta.dirname, '../../tools/test/test.ts');

function makeProject(t: TestContext, files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'npm-test-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ 'test/.keep': '', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Node refuses to run tests inside a test unless it does not know. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return env;
}

/** Runs `npm test -- node` on a folder that holds just these files. */
function runOn(t: TestContext, files: Record<string, string>, words: string[] = []) {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', TSX, SCRIPT, 'node', ...words],
    { cwd: makeProject(t, files), env: environment(), encoding: 'utf8' },
  );
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1), stdout };
}

describe('npm test', () => {
  it('ends with the sum and succeeds when all pass', (t) => {
    const { status, lastLine } = runOn(t, { 'test/a.node.test.ts': PASSING });
    assert.deepEqual({ status, lastLine }, { status: 0, lastLine: '1 passed, 0 failed' });
  });

  it('fails when one test of many fails, and counts the suite around it once', (t) => {
    const { status, lastLine } = runOn(t, {
      'test/a.node.test.ts': PASSING,
      'test/deep/b.node.test.ts': FAILING,
    });
    assert.deepEqual({ status, lastLine }, { status: 1, lastLine: '2 passed, 1 failed' });
  });

  it('counts skipped tests apart', (t) => {
    const { status, lastLine } = runOn(t, {
      'test/a.node.test.ts': PASSING,
      'test/b.node.test.ts': SKIPPED,
    });
    assert.deepEqual(
      { status, lastLine },
      { status: 0, lastLine: '1 passed, 0 failed, 1 skipped' },
    );
  });

  it('fails on a file that holds no test', (t) => {
    const { status, lastLine } = runOn(t, {
      'test/a.node.test.ts': PASSING,
      'test/b.node.test.ts': 'export {};',
    });
    assert.deepEqual({ status, lastLine }, { status: 1, lastLine: '1 passed, 1 failed' });
  });

  it('fails on a file that cannot be loaded', (t) => {
    const { status, lastLine } = runOn(t, {
      'test/a.node.test.ts': "import './nowhere.ts';",
    });
    assert.deepEqual({ status, lastLine }, { status: 1, lastLine: '0 passed, 1 failed' });
  });

  it('fails when nothing ran at all', (t) => {
    assert.equal(runOn(t, {}).status, 1);
    assert.equal(runOn(t, { 'test/a.node.test.ts': PASSING }, ['no-such-word']).status, 1);
  });

  it('runs only the files whose path contains a word', (t) => {
    const { lastLine } = runOn(
      t,
      { 'test/a.node.test.ts': PASSING, 'test/b.node.test.ts': FAILING },
      ['test/a'],
    );
    assert.equal(lastLine, '1 passed, 0 failed');
  });

  it('still ends with a sum, and a failed one, when it is told to stop', async (t) => {
    const child = spawn(process.execPath, ['--import', TSX, SCRIPT, 'node'], {
      cwd: makeProject(t, { 'test/a.node.test.ts': ENDLESS }),
      env: environment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      if (stdout === '') child.kill('SIGTERM');
      stdout += text;
    });
    const [status] = await once(child, 'close');
    assert.equal(stdout.trimEnd().split('\n').at(-1), '0 passed, 1 failed');
    assert.equal(status, 1);
  });
});
