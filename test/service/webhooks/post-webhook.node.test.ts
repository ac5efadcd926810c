import assert from 'node:assert/strict';
import type { LookupFunction } from 'node:net';
import { test } from 'node:test';
import { readSettings } from '../../../src/service/settings.ts';
import { createPostWebhook } from '../../../src/service/webhooks/post-webhook.ts';
import { startReceiver } from './receiver.ts';

const MESSAGE = { headers: { 'content-type': 'application/json' }, body: '{}' };
const never = new AbortController().signal;

/** A name server that gives another address each time, as rebinding does. */
function rebinding(...addresses: string[]): LookupFunction & { asked: number } {
  const lookup = ((_host, options, callback) => {
    const address = addresses[Math.min(lookup.asked, addresses.length - 1)] ?? '';
    lookup.asked += 1;
    const family = address.includes(':') ? 6 : 4;
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  }) as LookupFunction & { asked: number };
  lookup.asked = 0;
  return lookup;
}

test('a name that leads inside is refused before anything is sent', async (t) => {
  const receiver = await startReceiver(t);
  const { port } = new URL(receiver.url);
  for (const address of [
    '127.0.0.1',
    '10.0.0.7',
    '169.254.169.254',
    '192.168.1.1',
    '0.0.0.0',
    '100.64.0.1',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
  ]) {
    const post = createPostWebhook(`http://shop.example:${port}/hook`, [], {
      lookup: rebinding(address),
    });
    assert.equal(await post(MESSAGE, never), 'address-refused', address);
  }
  assert.deepEqual(receiver.received, []);
});

test('an address that is inside is refused without a look-up, however it is written', async (t) => {
  const receiver = await startReceiver(t);
  const { port } = new URL(receiver.url);
  for (const host of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:7f00:1]',
    'localhost',
  ]) {
    const post = createPostWebhook(`http://${host}:${port}/hook`, []);
    assert.equal(await post(MESSAGE, never), 'address-refused', host);
  }
  assert.deepEqual(receiver.received, []);
});

test('the address that was looked at is the address that is connected to', async (t) => {
  const receiver = await startReceiver(t);
  const { port } = new URL(receiver.url);
  // Nobody is at the first (TEST-NET would be refused): were the name asked again, the second would answer.
  const lookup = rebinding('203.0.113.1', '127.0.0.1');
  const post = createPostWebhook(`http://shop.example:${port}/hook`, [], { lookup, limitMs: 300 });
  assert.notEqual(await post(MESSAGE, never), undefined);
  assert.equal(lookup.asked, 1);
  assert.deepEqual(receiver.received, []);
});

test('a host that the operator names is reached inside', async (t) => {
  const receiver = await startReceiver(t);
  const { port } = new URL(receiver.url);
  const lookup = rebinding('127.0.0.1');
  const post = createPostWebhook(`http://Shop.Internal:${port}/hook`, ['shop.internal'], {
    lookup,
  });
  assert.equal(await post(MESSAGE, never), undefined);
  assert.equal(receiver.received.length, 1);
});

test('a receiver that does not answer, or is not there, is a fault by name', async (t) => {
  const mute = await startReceiver(t, () => undefined);
  const post = createPostWebhook(mute.url, ['127.0.0.1'], { limitMs: 50 });
  assert.equal(await post(MESSAGE, never), 'timeout');
  const gone = createPostWebhook('http://127.0.0.1:1/hook', ['127.0.0.1']);
  assert.equal(await gone(MESSAGE, never), 'unreachable');
  assert.equal(await gone(MESSAGE, AbortSignal.abort()), 'ended');
});

test('an address that cannot be used is refused at the start, and not quoted', () => {
  const faults = [
    ['ftp://shop.example', /takes an address/],
    ['shop.example/hook', /takes an address/],
    ['http://shop.example/SECRET', /takes https/],
    ['https://user:SECRET@shop.example', /no name and password/],
    ['https://10.0.0.1/SECRET', /inside your network/],
    ['https://[::1]/SECRET', /inside your network/],
  ] as const;
  for (const [webhookUrl, words] of faults) {
    assert.throws(
      () => readSettings({ webhookUrl }),
      (error: Error) => words.test(error.message) && !error.message.includes('SECRET'),
      webhookUrl,
    );
  }
  readSettings({ webhookUrl: 'https://shop.example/hook?key=1' });
  readSettings({ webhookUrl: 'http://10.0.0.1/hook', webhookHosts: ['10.0.0.1'] });
});
