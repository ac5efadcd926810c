import { expect } from '@open-wc/testing';
import { createFramePeer } from '../../src/hosted/frame-peer.ts';

const protocol = 'nodeflux-liveness/1';
const SHOP = 'https://shop.example';

/** A page in a frame, and the window around it, which keeps what it is told and to whom. */
function frame(origins: readonly string[] = [SHOP]) {
  const self = new EventTarget();
  const told: { message: unknown; to: string }[] = [];
  const parent = { postMessage: (message: unknown, to: string) => void told.push({ message, to }) };
  let cancels = 0;
  const peer = createFramePeer(
    { self: self as Window, parent: parent as unknown as Window, origins },
    () => cancels++,
  );
  const hear = (data: unknown, origin = SHOP, source: unknown = parent) =>
    self.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
  return { peer, told, hear, cancelled: () => cancels };
}

const hello = { protocol, type: 'hello' };
const cancel = { protocol, type: 'cancel' };

describe('a page in a frame', () => {
  it('says that it is there, and nothing else before somebody of an allowed origin listens', () => {
    const { hear, peer, told } = frame();
    peer.tell({ type: 'success', jobId: 'job-1' });
    expect(told).to.deep.equal([{ message: { protocol, type: 'ready' }, to: '*' }]);
    hear(hello, 'https://evil.example');
    hear(hello, SHOP, {});
    hear(hello, SHOP, null);
    hear({ ...hello, protocol: 'other/1' });
    expect(told).to.have.length(1);
    hear(hello);
    expect(told[1]).to.deep.equal({
      message: { protocol, type: 'success', jobId: 'job-1' },
      to: SHOP,
    });
  });

  it('says everything once, and its latest height to each hello', () => {
    const { hear, peer, told } = frame();
    peer.tell({ type: 'height', heightPx: 100, isChecking: false });
    peer.tell({ type: 'height', heightPx: 300, isChecking: false });
    peer.tell({ type: 'cancel' });
    hear(hello);
    hear(hello);
    const types = told.map(({ message }) => (message as { type: string }).type);
    expect(types).to.deep.equal(['ready', 'height', 'cancel', 'height']);
    expect(told[1]?.message).to.deep.include({ heightPx: 300 });
  });

  it('is ended by the page that it speaks with, and by no other', () => {
    const { cancelled, hear } = frame([SHOP, 'https://other.example']);
    hear(cancel);
    expect(cancelled()).to.equal(0);
    hear(hello);
    hear(cancel, 'https://other.example');
    hear(cancel, SHOP, {});
    expect(cancelled()).to.equal(0);
    hear(cancel);
    expect(cancelled()).to.equal(1);
  });

  it('speaks with nobody where no origin is allowed', () => {
    const { hear, peer, told } = frame([]);
    hear(hello, '');
    hear(hello, 'null');
    peer.tell({ type: 'cancel' });
    expect(told).to.have.length(1);
  });
});
