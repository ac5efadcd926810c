import { expect, fixture, html } from '@open-wc/testing';
import { StateHost } from '../../demo/states/state-host.ts';
import { InViewController } from '../../src/ui/controllers/in-view-controller.ts';

class StayingHost extends StateHost {
  constructor() {
    super();
    new InViewController(this);
  }
}
customElements.define('staying-host', StayingHost);

/** The element at the foot of what is seen of a page, half of it below the fold. */
async function below() {
  const page = await fixture<HTMLElement>(
    html`<div style="height: 600px; overflow: auto">
      <div style="height: 300px"></div>
      <staying-host lang="en"></staying-host>
      <div style="height: 2000px"></div>
    </div>`,
  );
  const host = page.querySelector('staying-host') as StayingHost;
  await host.updateComplete;
  const become = async (state: StateHost['state']) => {
    host.state = state;
    await host.updateComplete;
  };
  return { page, host, become };
}

describe('the element on a page that is longer than the screen', () => {
  it('comes into view when the person starts the check', async () => {
    const { page, host, become } = await below();
    host.shadowRoot?.querySelector<HTMLElement>('.primary')?.focus({ preventScroll: true });
    await become({ name: 'positioning', hint: 'no-face', restarted: false });
    expect(page.scrollTop).to.be.greaterThan(0);
  });

  it('leaves the page where the person has it, once the camera is on', async () => {
    const { page, host, become } = await below();
    host.shadowRoot?.querySelector<HTMLElement>('.primary')?.focus({ preventScroll: true });
    await become({ name: 'positioning', hint: 'no-face', restarted: false });
    page.scrollTop = 0;
    await become({ name: 'holding', progress: 0.5 });
    expect(page.scrollTop).to.equal(0);
  });

  it('does not move a page that begins the check by itself', async () => {
    const { page, become } = await below();
    await become({ name: 'positioning', hint: 'no-face', restarted: false });
    expect(page.scrollTop).to.equal(0);
  });
});
