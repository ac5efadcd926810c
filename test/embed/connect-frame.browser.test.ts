import { expect, fixture, html } from '@open-wc/testing';
import { connectFrame, type FrameEventMap } from '../../src/embed/index.ts';

const protocol = 'nodeflux-liveness/1';
const SERVICE = 'https://liveness.example';
const NAMES: readonly (keyof FrameEventMap)[] = [
  'liveness-success',
  'liveness-error',
  'liveness-cancel',
];

/** A connected iframe with nothing in it, and what it fires. */
async function connect(options: Parameters<typeof connectFrame>[1] = { origin: SERVICE }) {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="check"></iframe>`);
  const connection = connectFrame(frame, options);
  const fired: [string, unknown][] = [];
  for (const name of NAMES) {
    frame.parentElement?.addEventListener(name, (event) =>
      fired.push([name, (event as CustomEvent).detail]),
    );
  }
  const hear = (message: object, origin = SERVICE, source = frame.contentWindow) =>
    window.dispatchEvent(
      new MessageEvent('message', { data: { protocol, ...message }, origin, source }),
    );
  return { connection, fired, frame, hear };
}

describe('an iframe with a check', () => {
  it('fires what the element would fire', async () => {
    const { connection, fired, hear } = await connect();
    hear({ type: 'error', code: 'camera-denied', retryable: true });
    hear({ type: 'success', jobId: 'job-1', live: true });
    hear({ type: 'cancel' });
    expect(fired).to.deep.equal([
      ['liveness-error', { code: 'camera-denied', retryable: true }],
      // Never a verdict, whatever the frame says.
      ['liveness-success', { jobId: 'job-1' }],
      ['liveness-cancel', null],
    ]);
    connection.disconnect();
    hear({ type: 'cancel' });
    expect(fired).to.have.length(3);
  });

  it('hears this frame at the service’s origin, and nobody else', async () => {
    const { connection, fired, hear } = await connect();
    hear({ type: 'success', jobId: 'job-1' }, 'https://evil.example');
    hear({ type: 'success', jobId: 'job-1' }, `${SERVICE}.evil.example`);
    hear({ type: 'success', jobId: 'job-1' }, SERVICE, window);
    window.dispatchEvent(
      new MessageEvent('message', {
        data: { protocol, type: 'success', jobId: 'job-1' },
        origin: SERVICE,
      }),
    );
    expect(fired).to.deep.equal([]);
    connection.disconnect();
  });

  it('is as high as its page needs, and while the camera runs no higher than the window', async () => {
    const { connection, frame, hear } = await connect();
    hear({ type: 'height', heightPx: 420.2, isChecking: false });
    expect(frame.style.height).to.equal('421px');
    hear({ type: 'height', heightPx: 4000, isChecking: true });
    expect(frame.style.height).to.equal(`${innerHeight}px`);
    connection.disconnect();
    const own = await connect({ origin: SERVICE, resize: false });
    own.hear({ type: 'height', heightPx: 420, isChecking: false });
    expect(own.frame.style.height).to.equal('');
    own.connection.disconnect();
  });

  it('wants an origin that a service can have', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="none"></iframe>`);
    for (const origin of [undefined, '', '*', 'liveness.example', 'data:text/html,', 'null']) {
      expect(() => connectFrame(frame, origin === undefined ? {} : { origin })).to.throw(
        TypeError,
        /https:\/\/liveness\.example/,
      );
    }
  });
});
