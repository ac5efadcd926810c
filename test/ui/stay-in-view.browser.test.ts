import { expect, fixture, html } from '@open-wc/testing';
import { StateHost } from '../../demo/states/state-host.ts';
import { FocusController } from '../../src/ui/controllers/focus-controller.ts';
import { InViewController } from '../../src/ui/controllers/in-view-controller.ts';
import { PersonPlace } from '../../src/ui/controllers/person-place.ts';

class StayingHost extends StateHost {
  constructor() {
    super();
    const place = new PersonPlace(this);
    new FocusController(this, place);
    new InViewController(this, place);
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

/** What Safari does with buttons: they are pressed, and get no focus. `HTMLElement.click` gives none either. */
describe('in a browser where a press gives no focus the element', () => {
  it('comes into view, and its first control has the focus', async () => {
    const { page, host, become } = await below();
    host.shadowRoot?.querySelector<HTMLElement>('.primary')?.click();
    expect(host.shadowRoot?.activeElement).to.equal(null);
    await become({ name: 'positioning', hint: 'no-face', restarted: false });
    expect(page.scrollTop).to.be.greaterThan(0);
    expect(host.shadowRoot?.activeElement?.hasAttribute('data-focus')).to.equal(true);
  });

  it('moves nothing when the person has pressed elsewhere since', async () => {
    const { page, host, become } = await below();
    host.shadowRoot?.querySelector<HTMLElement>('.primary')?.click();
    page.click();
    await become({ name: 'positioning', hint: 'no-face', restarted: false });
    expect(page.scrollTop).to.equal(0);
    expect(document.activeElement).to.equal(document.body);
  });

  it('takes no focus from elsewhere on the page', async () => {
    const { page, host, become } = await below();
    const field = page.appendChild(document.createElement('input'));
    host.shadowRoot?.querySelector<HTMLElement>('.primary')?.click();
    field.focus({ preventScroll: true });
    await become({ name: 'positioning', hint: 'no-face', restarted: false });
    expect(page.scrollTop).to.equal(0);
    expect(document.activeElement).to.equal(field);
  });
});
