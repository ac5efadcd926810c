import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatOptionTable, helpText } from '../../../src/service/cli/help.ts';
import { readServeOptions } from '../../../src/service/cli/read-options.ts';
import { readDuration } from '../../../src/service/cli/read-value.ts';
import { environmentNameOf } from '../../../src/service/cli/serve-option.ts';
import { SERVE_OPTIONS } from '../../../src/service/cli/serve-options.ts';
import { readSettings } from '../../../src/service/settings.ts';
import { temporaryFolder } from '../run-service.ts';
import { runCommand } from './fake-terminal.ts';

test('a flag comes before the environment, and an empty variable is none', () => {
  const environment = { NODEFLUX_PORT: '1', NODEFLUX_THREADS: '3', NODEFLUX_MAX_IMAGES: '' };
  assert.deepEqual(readServeOptions(['--port', '2', '--max-open-jobs=7'], environment), {
    port: 2,
    threads: 3,
    maxOpenJobs: 7,
  });
});

test('origins come one by one, or in a list', () => {
  const expected = { allowedOrigins: ['https://a.example', 'https://b.example'] };
  const flags = ['--origin', 'https://a.example', '--origin', 'https://b.example'];
  assert.deepEqual(readServeOptions(flags, {}), expected);
  const environment = { NODEFLUX_ORIGIN: 'https://a.example, https://b.example' };
  assert.deepEqual(readServeOptions([], environment), expected);
});

test('what the help says of a default is what the service does without the option', () => {
  const places = {
    port: 8787,
    host: '127.0.0.1',
    keepAliveMs: 75_000,
    data: './liveness-data/service.sqlite',
    logLevel: 'info',
  };
  const standards: Record<string, unknown> = { ...readSettings({}), ...places };
  for (const { flag, isSecret, read, standard } of SERVE_OPTIONS) {
    if (isSecret) continue;
    const said = flag === 'origin' ? { allowedOrigins: [] } : read(standard);
    for (const [name, value] of Object.entries(said)) {
      assert.deepEqual(value, standards[name], `--${flag}`);
    }
  }
});

test('the help and docs/service.md name every option, with its variable', () => {
  const help = helpText();
  const page = readFileSync(new URL('../../../docs/service.md', import.meta.url), 'utf8');
  for (const option of SERVE_OPTIONS) assert.ok(help.includes(`  --${option.flag} `), option.flag);
  for (const option of SERVE_OPTIONS) {
    assert.match(environmentNameOf(option), /^(NODEFLUX_[A-Z_]+|REDIS_URL)$/);
  }
  assert.ok(
    page.includes(formatOptionTable()),
    `docs/service.md must hold:\n${formatOptionTable()}`,
  );
});

test('times carry their unit', () => {
  assert.deepEqual(
    ['0', '250ms', '90s', '15m', '24h', '30d'].map(readDuration),
    [0, 250, 90_000, 900_000, 86_400_000, 2_592_000_000],
  );
  for (const wrong of ['', '5', '-1s', '1.5h', '1 h', '1w', 'h']) {
    assert.throws(() => readDuration(wrong), /unit/, wrong);
  }
});

test('wrong options are told by their name, and nothing is started', async (t) => {
  const data = `${temporaryFolder(t)}/service.db`;
  const cases: [args: string[], environment: Record<string, string>, told: RegExp][] = [
    [['--port', 'eighty'], {}, /--port takes a number from 0 to 65535, not "eighty"/],
    [['--port', '70000'], {}, /--port takes a number/],
    [[], { NODEFLUX_PORT: 'x' }, /NODEFLUX_PORT takes a number/],
    [['--port', '1', '--port', '2'], {}, /--port may be given once/],
    [['--prot', '1'], {}, /--prot/],
    [['--port'], {}, /--port/],
    [['8080'], {}, /8080/],
    [['--origin', 'shop.example'], {}, /--origin: .*https:\/\/shop\.example/],
    [['--trust-proxy', 'everyone'], {}, /--trust-proxy: .*loopback/],
    [['--pacing', 'maybe'], {}, /--pacing: .*offered/],
    [['--threads', '65'], {}, /--threads: /],
    [['--metrics', 'yes'], {}, /--metrics takes on or off/],
    [['--keep-images', '7d'], {}, /NODEFLUX_IMAGE_KEY/],
    [['--keep-images', '7d'], { NODEFLUX_IMAGE_KEY: 'short' }, /32 bytes/],
    [['--log-level', 'loud'], {}, /--log-level takes one of/],
    [['--min-threshold', '1.5'], {}, /--min-threshold takes a number from 0 to 1/],
    [['--redis-url', 'redis://somewhere'], {}, /--data or --redis-url/],
    [[], { NODEFLUX_ACCESS_KEY: 'KEY1' }, /NODEFLUX_SECRET_KEY/],
  ];
  for (const [args, environment, told] of cases) {
    const result = await runCommand(['serve', '--data', data, ...args], environment);
    assert.match(result.told, told, args.join(' '));
    assert.notEqual(result.code, 0, args.join(' '));
    assert.deepEqual(result.printed, []);
  }
});

test('a Redis address that is none is never quoted, since it may hold a password', async () => {
  for (const args of [['serve'], ['work'], ['keys', 'list']]) {
    const { code, told } = await runCommand(args, { REDIS_URL: 'http://:hunter2@redis' });
    assert.equal(code, 2);
    assert.match(told, /REDIS_URL takes redis:\/\//);
    assert.doesNotMatch(told, /hunter2/);
  }
  const away = await runCommand(['keys', 'list'], { REDIS_URL: 'redis://:hunter2@127.0.0.1:1' });
  assert.equal(away.code, 1);
  assert.match(away.told, /Redis at redis:\/\/127\.0\.0\.1:1 cannot be used: ECONNREFUSED/);
  assert.doesNotMatch(away.told, /hunter2/);
});

test('help, version and unknown commands answer as such', async () => {
  assert.match((await runCommand(['--help'])).printed.join('\n'), /--trust-proxy/);
  assert.match((await runCommand(['serve', '-h'])).printed.join('\n'), /--trust-proxy/);
  assert.match((await runCommand(['--version'])).printed.join('\n'), /^\d+\.\d+\.\d+$/);
  for (const args of [[], ['sevre'], ['constructor'], ['keys'], ['keys', 'delete'], ['images']]) {
    const { code, told } = await runCommand(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(told, /--help/);
  }
});
