import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FIXTURE_VIEWS } from '../../demo/states/fixture-views.ts';
import type { StateHost } from '../../demo/states/state-host.ts';
import { LANGUAGE_CODES } from '../../src/ui/words/messages/languages.ts';
import '../../demo/states/state-host.ts';

/** The narrowest phone that is still sold. */
const WIDTH_PX = 320;

for (const lang of LANGUAGE_CODES) {
  it(`every text in ${lang} has room in a column of ${WIDTH_PX} px`, async () => {
    const wrapper = await fixture<HTMLElement>(
      html`<div style="inline-size: ${WIDTH_PX}px"><state-host lang=${lang}></state-host></div>`,
    );
    const host = wrapper.querySelector('state-host') as StateHost;
    const root = host.shadowRoot;
    if (!root) throw new Error('no shadow root');
    await waitUntil(() => root.querySelector(`.base[lang=${lang}]:not([data-awaiting-words])`));

    const cramped: string[] = [];
    const usual = {
      consent: undefined,
      speech: undefined,
      cameraChoice: undefined,
      moreTime: false,
    };
    for (const [name, view] of Object.entries(FIXTURE_VIEWS)) {
      Object.assign(host, usual, view);
      await host.updateComplete;
      const column = wrapper.getBoundingClientRect();
      for (const element of root.querySelectorAll(
        'h2, p:not([role]), li, button, label, select, .privacy',
      )) {
        const { left, right } = element.getBoundingClientRect();
        if (left < column.left - 1 || right > column.right + 1 || isCut(element)) {
          cramped.push(`${name}: ${element.textContent?.trim()}`);
        }
      }
      const guidance = root.querySelector('.guidance')?.getBoundingClientRect();
      for (const line of root.querySelectorAll('.guidance > *')) {
        const { top, bottom } = line.getBoundingClientRect();
        if (!guidance || top < guidance.top - 1 || bottom > guidance.bottom + 1) {
          cramped.push(`${name}: ${line.textContent?.trim()} leaves its scrim`);
        }
      }
    }
    expect(cramped).to.deep.equal([]);
  });
}

function isCut(element: Element): boolean {
  return element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
}
