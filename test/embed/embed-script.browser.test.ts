import { expect, fixture, html } from '@open-wc/testing';

const SERVICE = 'https://liveness.example';

/** Says, as the page in the frame does, that the check is over there. */
function cancelIn(frame: HTMLIFrameElement): boolean {
  let isHeard = false;
  frame.addEventListener('liveness-cancel', () => {
    isHeard = true;
  });
  const data = { protocol: 'nodeflux-liveness/1', type: 'cancel' };
  const source = frame.contentWindow;
  window.dispatchEvent(new MessageEvent('message', { data, origin: SERVICE, source }));
  return isHeard;
}

describe('the script for pages that build nothing', () => {
  let complaints: unknown[];
  const { reportError } = window;
  before(() => {
    complaints = [];
    window.reportError = (error) => void complaints.push(error);
  });
  after(() => {
    window.reportError = reportError;
  });

  it('connects the iframes that are there and those that come, whatever is wrong with another', async () => {
    const column = await fixture<HTMLDivElement>(html`<div>
      <iframe id="wrong" title="wrong" data-nodeflux-liveness="liveness.example"></iframe>
      <iframe id="right" title="right" data-nodeflux-liveness=${SERVICE}></iframe>
      <iframe id="other" title="other"></iframe>
    </div>`);
    const find = (id: string) => column.querySelector(`#${id}`) as HTMLIFrameElement;
    await import('../../src/embed/embed-script.ts');
    expect(cancelIn(find('right'))).to.equal(true);
    expect(cancelIn(find('wrong'))).to.equal(false);
    expect(cancelIn(find('other'))).to.equal(false);
    expect(String(complaints)).to.contain('https://liveness.example');
    const later = document.createElement('iframe');
    later.dataset.nodefluxLiveness = SERVICE;
    const loaded = new Promise((resolve) => later.addEventListener('load', resolve));
    column.append(later);
    await loaded;
    expect(cancelIn(later)).to.equal(true);
  });
});
