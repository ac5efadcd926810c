import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { findWebKit } from '../../tools/engines/find-webkit.ts';
import { type RecordingProxy, startRecordingProxy } from '../../tools/engines/recording-proxy.ts';
import { pressKeys } from '../../tools/engines/webdriver-session.ts';

describe('findWebKit', () => {
  function makeFolder(t: TestContext, ...files: readonly string[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'find-webkit-'));
    t.after(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'webkit2gtk-4.1'));
    for (const file of files) writeFileSync(join(folder, file), '');
    return folder;
  }

  it('takes driver and screen from the path, and the browser from beside its library', (t) => {
    const [one, two] = [makeFolder(t, 'WebKitWebDriver'), makeFolder(t, 'Xvfb')];
    const library = makeFolder(t, 'webkit2gtk-4.1/MiniBrowser');
    assert.deepEqual(findWebKit([one, two].join(delimiter), ['/nowhere', library]), {
      driver: join(one, 'WebKitWebDriver'),
      screen: join(two, 'Xvfb'),
      browser: join(library, 'webkit2gtk-4.1/MiniBrowser'),
    });
  });

  it('finds nothing where one of the three is not there', (t) => {
    const path = makeFolder(t, 'WebKitWebDriver', 'Xvfb');
    assert.equal(findWebKit(path, ['/nowhere']), undefined);
    const library = makeFolder(t, 'WebKitWebDriver', 'webkit2gtk-4.1/MiniBrowser');
    assert.equal(findWebKit(library, [library]), undefined);
  });
});

describe('a key that is held while another is pressed', () => {
  it('is let go last', () => {
    assert.deepEqual(pressKeys('Shift+Tab'), {
      type: 'key',
      id: 'keyboard',
      actions: [
        { type: 'keyDown', value: '\uE008' },
        { type: 'keyDown', value: '\uE004' },
        { type: 'keyUp', value: '\uE004' },
        { type: 'keyUp', value: '\uE008' },
      ],
    });
  });
});

describe('the proxy that writes requests down', () => {
  async function start(t: TestContext): Promise<{ proxy: RecordingProxy; url: string }> {
    const server = createServer((asked, answer) => {
      answer.statusCode = asked.url === '/none' ? 404 : 200;
      asked.pipe(answer);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    t.after(() => server.close());
    const proxy = await startRecordingProxy();
    t.after(() => proxy.close());
    return { proxy, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  /** Posts through the proxy; gives status and body, or what went wrong. */
  function post({ address }: RecordingProxy, url: string, body = ''): Promise<string> {
    const [host, port] = address.split(':');
    return new Promise((done) => {
      const sent = request({ host, port, path: url, method: 'POST' }, async (got) => {
        done(`${got.statusCode} ${(await got.toArray()).join('')}`);
      });
      sent.on('error', () => done('broke off'));
      sent.end(body);
    });
  }

  it('passes on what is asked of this machine, and tells of answers that say no', async (t) => {
    const { proxy, url } = await start(t);
    assert.equal(await post(proxy, `${url}/echo`, 'words'), '200 words');
    assert.equal(await post(proxy, `${url}/none`), '404 ');
    assert.deepEqual(proxy.requests, [`${url}/echo`, `${url}/none`]);
    assert.deepEqual(proxy.complaints, [`404: ${url}/none`]);
  });

  it('asks nobody else, and says who was meant', async (t) => {
    const { proxy } = await start(t);
    assert.equal(await post(proxy, 'http://example.invalid/'), 'broke off');
    assert.deepEqual(proxy.requests, ['http://example.invalid/']);
    assert.deepEqual(proxy.complaints, ['failed: http://example.invalid/']);
  });

  it('breaks off what is cut off', async (t) => {
    const { proxy, url } = await start(t);
    proxy.cutOff('/service/');
    assert.equal(await post(proxy, `${url}/service/v1`, 'words'), 'broke off');
    assert.equal(await post(proxy, `${url}/other`, 'words'), '200 words');
  });
});
