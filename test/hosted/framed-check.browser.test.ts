import { expect } from '@open-wc/testing';
import { LivenessStateEvent, LivenessSuccessEvent } from '../../src/events.ts';
import { frameCheck, framePeerOf } from '../../src/hosted/framed-check.ts';
import type { NodefluxLiveness } from '../../src/nodeflux-liveness.ts';

/** A window as the page of a check by link sees it; `around` is the window that frames it. */
function pageIn(around: object | undefined, extra: object = {}) {
  const page = document.implementation.createHTMLDocument();
  page.head.innerHTML = '<meta name="embed-origins" content="https://shop.example">';
  const self = Object.assign(new EventTarget(), { document: page, ...extra });
  Object.assign(self, { parent: around ?? self });
  const element = page.createElement('div');
  page.body.append(element);
  return { self: self as unknown as Window, element: element as unknown as NodefluxLiveness };
}

const typesOf = (told: readonly unknown[]) => told.map((one) => (one as { type: string }).type);

describe('the page of a check by link', () => {
  it('tells an app what happens, and no heights', () => {
    const told: unknown[] = [];
    const NodefluxLiveness = { postMessage: (text: string) => void told.push(JSON.parse(text)) };
    const { element, self } = pageIn(undefined, { NodefluxLiveness });
    const peer = framePeerOf(self, () => undefined);
    if (!peer) throw new Error('There is an app.');
    frameCheck(element, peer);
    element.dispatchEvent(new LivenessStateEvent({ state: { name: 'submitting' } }));
    element.dispatchEvent(
      new LivenessSuccessEvent({
        jobId: 'job-1',
        images: [],
        paced: true,
        camera: { kind: 'unknown' },
      }),
    );
    expect(typesOf(told)).to.deep.equal(['ready', 'success']);
  });

  it('tells nobody where nobody is around', () => {
    expect(framePeerOf(pageIn(undefined).self, () => undefined)).to.equal(undefined);
  });

  it('tells a page around its height as states come, none higher than the page takes', () => {
    const told: { type: string; heightPx?: number }[] = [];
    const around = { postMessage: (message: { type: string }) => void told.push(message) };
    const { element, self } = pageIn(around);
    const { document: page } = self;
    page.body.getBoundingClientRect = () => new DOMRect(0, 0, 320, 9000);
    const peer = framePeerOf(self, () => undefined);
    if (!peer) throw new Error('There is a page around.');
    frameCheck(element, peer);
    const hello = { protocol: 'nodeflux-liveness/1', type: 'hello' };
    const heard = { data: hello, origin: 'https://shop.example', source: around };
    self.dispatchEvent(Object.assign(new Event('message'), heard));
    element.dispatchEvent(new LivenessStateEvent({ state: { name: 'submitting' } }));
    const heights = told.filter(({ type }) => type === 'height').map(({ heightPx }) => heightPx);
    expect(heights).to.deep.equal([4000]);
  });
});
