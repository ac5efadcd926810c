import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { environmentNameOf } from '../../src/service/cli/serve-option.ts';
import { SERVE_OPTIONS } from '../../src/service/cli/serve-options.ts';
import { createMetrics } from '../../src/service/create-metrics.ts';
import { OPERATIONS } from '../../src/service/openapi/operations.ts';

const DEPLOY = resolve(import.meta.dirname, '../../deploy');
const read = (name: string) => readFileSync(join(DEPLOY, name), 'utf8');

/** Every series that the service gives, as a scrape names it. */
async function seriesNames(): Promise<Set<string>> {
  const metrics = createMetrics({ countOpenJobs: async () => 0, ofProcess: true });
  const families = [...(await metrics.text()).matchAll(/^# TYPE (\S+) (\w+)$/gm)];
  const names = families.flatMap(([, name = '', type]) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name],
  );
  return new Set(names);
}

function askedFor(text: string): string[] {
  return [...new Set([...text.matchAll(/\b(?:nodeflux|process)_[a-z_]+/g)].map(([name]) => name))];
}

for (const name of ['grafana.json', 'alerts.yaml']) {
  test(`${name} asks for series that there are, and for each of ours`, async () => {
    const known = await seriesNames();
    const asked = askedFor(read(name));
    assert.ok(asked.length > 4);
    assert.deepEqual(
      asked.filter((one) => !known.has(one)),
      [],
    );
  });
}

test('the board shows every count that the service makes of its own', async () => {
  const asked = askedFor(read('grafana.json'));
  const own = [...(await seriesNames())].filter(
    (name) => name.startsWith('nodeflux_') && !/_(sum|count)$/.test(name),
  );
  assert.deepEqual(
    own.filter((name) => !asked.includes(name)),
    [],
  );
  const { panels } = JSON.parse(read('grafana.json'));
  assert.equal(new Set(panels.map(({ id }: { id: number }) => id)).size, panels.length);
});

test('image and compose set variables that the service reads', () => {
  const secrets = ['NODEFLUX_WEBHOOK_SECRET', 'NODEFLUX_IMAGE_KEY'];
  const known = new Set([...SERVE_OPTIONS.map(environmentNameOf), ...secrets]);
  for (const name of ['Dockerfile', 'compose.yaml']) {
    const set = [...read(name).matchAll(/\b(NODEFLUX_[A-Z_]+|REDIS_URL)(?=[=:])/g)];
    assert.ok(set.length > 0);
    assert.deepEqual(
      set.map(([, variable = '']) => variable).filter((variable) => !known.has(variable)),
      [],
      name,
    );
  }
});

test('the proxy passes on what is for the internet, and keeps what is for operators inside', () => {
  const paths = (/@public path (.+)/.exec(read('Caddyfile'))?.[1] ?? '').split(' ');
  const passes = (path: string) =>
    paths.some((one) => (one.endsWith('/*') ? path.startsWith(one.slice(0, -1)) : path === one));
  for (const { path, tag } of OPERATIONS) {
    assert.equal(passes(path), tag !== 'For operators', path);
  }
  for (const path of ['/check', '/check/', '/check/files/check-page.js']) assert.ok(passes(path));
});

const yaml = spawnSync('python3', ['-c', 'import yaml'], { encoding: 'utf8' });
test('the YAML is YAML', { skip: yaml.status === 0 ? false : 'no python3 with yaml' }, () => {
  for (const name of ['compose.yaml', 'alerts.yaml']) {
    const script = 'import sys, yaml; yaml.safe_load(sys.stdin)';
    const { status, stderr } = spawnSync('python3', ['-c', script], {
      encoding: 'utf8',
      input: read(name),
    });
    assert.equal(status, 0, stderr);
  }
});
