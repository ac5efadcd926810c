import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

const ROOT = resolve(import.meta.dirname, '../..');

/** Each breaks one rule, or none. */
const IMPORTS: readonly (readonly [from: string, to: string, rule: string | undefined])[] = [
  ['src/check/run.ts', '../camera/frame.ts', undefined],
  ['src/camera/errors-ok.ts', '../errors.ts', undefined],
  ['src/face/hint-ok.ts', '../challenge/hint.ts', undefined],
  ['src/ui/state-ok.ts', '../check/check-state.ts', undefined],
  ['src/ui/events-ok.ts', '../events.ts', undefined],
  ['src/testing/state-ok.ts', '../check/check-state.ts', undefined],
  ['src/check/events.ts', '../events.ts', 'check-knows-no-later-stage'],
  ['src/testing/tracker.ts', '../face/inside.ts', 'testing-knows-only-nouns'],
  ['src/face/mesh-ok.ts', '../mesh/face-box.ts', undefined],
  ['src/challenge/mesh-ok.ts', '../mesh/face-box.ts', undefined],
  ['src/service/mesh-ok.ts', '../mesh/face-box.ts', undefined],
  ['src/mesh/noun.ts', '../face/face-signals.ts', 'mesh-knows-no-stage'],
  ['src/mesh/package.ts', 'valibot', 'mesh-knows-no-stage'],
  ['src/testing/mesh.ts', '../mesh/face-box.ts', 'testing-knows-only-nouns'],
  ['src/server/wire-ok.ts', '../submission/wire.ts', undefined],
  ['src/service/wire-ok.ts', '../submission/verdict.ts', undefined],
  ['src/service/package-ok.ts', 'hono', undefined],
  ['src/camera/check.ts', '../check/check-state.ts', 'camera-knows-no-later-stage'],
  ['src/challenge/capture.ts', '../capture/captured-image.ts', 'challenge-knows-no-later-stage'],
  ['src/check/ui.ts', '../ui/view.ts', 'check-knows-no-later-stage'],
  ['src/capture/inside-face.ts', '../face/inside.ts', 'stages-hand-on-nouns'],
  ['src/check/lit.ts', 'lit', 'check-knows-no-lit'],
  ['src/camera/tracker.ts', '@mediapipe/tasks-vision', 'only-face-knows-mediapipe'],
  ['src/server/ui.ts', '../ui/view.ts', 'backends-know-only-the-wire'],
  ['src/service/session.ts', '../check/check-state.ts', 'backends-know-only-the-wire'],
  ['src/server/service.ts', '../service/inside.ts', 'server-and-service-are-strangers'],
  ['src/check/service.ts', '../service/inside.ts', 'page-knows-no-backend'],
  ['src/ui/three.ts', 'three', 'page-knows-no-backend'],
  ['src/ui/testing.ts', '../testing/inside.ts', 'page-knows-no-backend'],
  ['src/check/node.ts', 'node:fs', 'page-knows-no-node'],
  ['src/check/dev.ts', 'axe-core', 'only-declared-packages'],
  ['src/frameworks/package-ok.ts', 'react', undefined],
  ['src/ui/react.ts', 'react', 'only-frameworks-know-frameworks'],
  ['src/frameworks/inside.ts', '../face/inside.ts', 'frameworks-know-the-element-only'],
  ['src/check/nowhere.ts', './not-there.ts', 'everything-resolves'],
  ['src/capture/a.ts', './b.ts', 'no-cycles'],
  ['tools/bench/ok.ts', '../../src/errors.ts', undefined],
  ['tools/bench/stage.ts', '../../test/stage.ts', 'tests-are-imported-by-nobody'],
  ['demo/stage.ts', '../test/stage.ts', 'tests-are-imported-by-nobody'],
];

const TARGETS = [
  'src/camera/frame.ts',
  'src/capture/captured-image.ts',
  'src/challenge/hint.ts',
  'src/errors.ts',
  'src/events.ts',
  'src/face/face-signals.ts',
  'src/face/inside.ts',
  'src/mesh/face-box.ts',
  'src/service/inside.ts',
  'src/check/check-state.ts',
  'src/submission/verdict.ts',
  'src/submission/wire.ts',
  'src/testing/inside.ts',
  'src/ui/view.ts',
  'test/stage.ts',
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe('the direction of imports', () => {
  let violations: readonly Violation[] = [];
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
    for (const name of ['package.json', 'tsconfig.json'])
      cpSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const path of TARGETS) write(path, 'export {};\n');
    write('src/capture/b.ts', "import './a.ts';\n");
    for (const [from, to] of IMPORTS) write(from, `import '${to}';\n`);
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['--config', join(ROOT, 'tools/checks/dependency-cruiser.cjs')],
        ...['--output-type', 'json', 'src', 'tools', 'demo'],
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    violations = JSON.parse(stdout).summary.violations;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [from, to, rule] of IMPORTS) {
    it(`${rule ? `${rule} catches` : 'allows'} ${to} in ${from}`, () => {
      const broken = violations.filter((one) => one.from === from).map((one) => one.rule.name);
      assert.deepEqual([...new Set(broken)], rule ? [rule] : []);
    });
  }
});
