import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildFaceModel } from '../../tools/face-model/build-face-model.ts';
import { OUTPUTS } from '../../tools/face-model/make-outputs.ts';
import {
  FACE_MESH_PACK,
  FaceModelError,
  PROJECT_ROOT,
  sha256Of,
  VISION_WASM,
} from '../../tools/face-model/pinned-file.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'face-model-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A cache that nothing was put into. */
function noCache(): string {
  return join(folder, `cache-${randomUUID()}`);
}

/** A folder with the real wasm and the given pack. */
async function packagesWith(name: string, pack: Uint8Array | undefined): Promise<string> {
  const root = join(folder, name);
  for (const { path } of [FACE_MESH_PACK, VISION_WASM]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
  }
  if (pack) await writeFile(join(root, FACE_MESH_PACK.path), pack);
  await symlink(join(PROJECT_ROOT, VISION_WASM.path), join(root, VISION_WASM.path));
  return root;
}

test('a changed pack is refused by name, package and hash, and nothing is written', async () => {
  const pack = await readFile(join(PROJECT_ROOT, FACE_MESH_PACK.path));
  pack[1000] = (pack[1000] as number) ^ 1;
  const root = await packagesWith('changed', pack);
  const output = join(folder, 'changed-output');
  await assert.rejects(buildFaceModel(root, output, noCache()), (error) => {
    assert.ok(error instanceof FaceModelError);
    assert.equal(error.path, FACE_MESH_PACK.path);
    assert.equal(error.expectedSha256, FACE_MESH_PACK.sha256);
    assert.equal(error.foundSha256, sha256Of(pack));
    for (const fact of [
      'face_mesh_solution_packed_assets.data',
      '@mediapipe/face_mesh@0.4.1657299874',
      FACE_MESH_PACK.sha256,
      sha256Of(pack),
    ]) {
      assert.ok(error.message.includes(fact), `the message names ${fact}`);
    }
    return true;
  });
  await assert.rejects(readdir(output), { code: 'ENOENT' });
});

test('a missing package is refused with what to do', async () => {
  const root = await packagesWith('missing', undefined);
  await assert.rejects(buildFaceModel(root, join(folder, 'missing-output'), noCache()), (error) => {
    assert.ok(error instanceof FaceModelError);
    assert.equal(error.foundSha256, undefined);
    assert.match(error.message, /face_mesh_solution_packed_assets\.data.*npm ci/);
    return true;
  });
});

test('the build makes every file once, leaves no parts, and mends only what is damaged', async () => {
  const output = join(folder, 'output');
  const paths = Object.values(OUTPUTS).map(({ path }) => path);
  assert.deepEqual(await buildFaceModel(PROJECT_ROOT, output, noCache()), paths);
  for (const { path, sha256 } of Object.values(OUTPUTS)) {
    assert.equal(sha256Of(await readFile(join(output, path))), sha256, path);
  }
  const files = await readdir(output, { recursive: true, withFileTypes: true });
  assert.equal(files.filter((entry) => entry.isFile()).length, paths.length);

  assert.deepEqual(await buildFaceModel(PROJECT_ROOT, output, noCache()), []);
  await writeFile(join(output, OUTPUTS.mesh.path), 'half');
  assert.deepEqual(await buildFaceModel(PROJECT_ROOT, output, noCache()), [OUTPUTS.mesh.path]);
  assert.equal(sha256Of(await readFile(join(output, OUTPUTS.mesh.path))), OUTPUTS.mesh.sha256);
});

test('a second clone copies what was made once, without the packages, and takes nothing damaged from the cache', async () => {
  const cache = noCache();
  const paths = Object.values(OUTPUTS).map(({ path }) => path);
  await buildFaceModel(PROJECT_ROOT, join(folder, 'first-clone'), cache);
  const hashes = Object.values(OUTPUTS).map(({ sha256 }) => sha256);
  assert.deepEqual((await readdir(cache)).sort(), hashes.sort());

  const noPackages = join(folder, 'no-packages');
  const second = join(folder, 'second-clone');
  assert.deepEqual(await buildFaceModel(noPackages, second, cache), paths);
  for (const { path, sha256 } of Object.values(OUTPUTS)) {
    assert.equal(sha256Of(await readFile(join(second, path))), sha256, path);
  }

  await writeFile(join(cache, OUTPUTS.mesh.sha256), 'damaged');
  const third = join(folder, 'third-clone');
  await assert.rejects(buildFaceModel(noPackages, third, cache), FaceModelError);
  assert.deepEqual(await buildFaceModel(PROJECT_ROOT, third, cache), paths);
  assert.equal(
    sha256Of(await readFile(join(cache, OUTPUTS.mesh.sha256))),
    OUTPUTS.mesh.sha256,
    'the cache is mended',
  );
});
