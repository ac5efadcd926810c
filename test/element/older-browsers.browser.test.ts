import { expect, oneEvent } from '@open-wc/testing';
import type { CapturedImage } from '../../src/capture/captured-image.ts';
import { replaceProperty } from '../camera/camera-stub.ts';
import { Stage } from './stage.ts';

/** What browsers learned after those of README.md, and what they do instead. */
const YOUNGER: readonly (readonly [owner: object, name: string])[] = [
  [AbortSignal, 'any'],
  [URL, 'canParse'],
  [Promise, 'withResolvers'],
  [globalThis, 'MediaStreamTrackProcessor'],
  [HTMLVideoElement.prototype, 'requestVideoFrameCallback'],
  [Object, 'groupBy'],
  [Array, 'fromAsync'],
];

describe('in a browser of early 2023 the element', () => {
  let stage: Stage;
  const undo: (() => void)[] = [];
  beforeEach(() => {
    for (const [owner, name] of YOUNGER) undo.push(replaceProperty(owner, name, undefined));
    Reflect.deleteProperty(HTMLVideoElement.prototype, 'requestVideoFrameCallback');
    stage = new Stage();
  });
  afterEach(() => {
    stage.strike();
    for (const restore of undo.splice(0)) restore();
  });

  it('does a whole check', async () => {
    const element = await stage.element();
    element.start();
    const { detail } = await oneEvent(element, 'liveness-success');
    expect(detail.images.map((image: CapturedImage) => image.shows)).to.deep.equal([
      'neutral',
      'smile',
    ]);
  });

  it('chooses by the service’s address whether it is paced, as in younger ones', async () => {
    const element = await stage.element({ 'api-url': '/service' });
    element.removeAttribute('pacing');
    element.start();
    const { detail } = await oneEvent(element, 'liveness-error');
    // The service of this stage does not pace, and it is not the vendor's, which need not.
    expect(detail.code).to.equal('pacing-unavailable');
  });

  it('is none the worse for custom states that want two dashes', async () => {
    const { supports } = CSS;
    undo.push(
      replaceProperty(CSS, 'supports', (condition: string) =>
        condition.includes(':state(') ? false : supports.call(CSS, condition),
      ),
    );
    const states = {
      add(name: string): void {
        if (!name.startsWith('--')) throw new SyntaxError(name);
      },
    };
    undo.push(replaceProperty(HTMLElement.prototype, 'attachInternals', () => ({ states })));
    const element = await stage.element();
    expect(element.shadowRoot?.querySelector('.primary')).to.be.instanceOf(HTMLButtonElement);
  });
});
