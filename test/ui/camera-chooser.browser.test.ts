import { expect, fixture, html } from '@open-wc/testing';
import type { StateHost } from '../../demo/states/state-host.ts';
import { tellCameraKind } from '../../src/camera/tell-camera-kind.ts';
import { nameCameras } from '../../src/ui/views/camera-choice.ts';
import { en } from '../../src/ui/words/messages/en.ts';
import { id } from '../../src/ui/words/messages/id.ts';
import type { Messages, Term } from '../../src/ui/words/messages/messages.ts';
import '../../demo/states/state-host.ts';

const NARROW_PX = 320;
const TARGET_PX = 44;
const LONG = 'Integrated Camera of a Maker with a Rather Long Name (04f2:b6d0)';

const cameras = (...labels: string[]) =>
  labels.map((label, index) => ({ deviceId: `id ${index}`, label, kind: tellCameraKind(label) }));

const termOf = (messages: Messages): Term =>
  ((key: keyof Messages, ...args: unknown[]) => {
    const message = messages[key];
    return typeof message === 'function'
      ? (message as (...a: unknown[]) => string)(...args)
      : message;
  }) as Term;

/** The gallery's font, which is the same in each engine and on each machine; the systems' own are up to a fifth wider. */
async function loadFont(): Promise<void> {
  const link = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    href: '/node_modules/@fontsource-variable/noto-sans/wght.css',
  });
  document.head.append(link);
  await new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
  });
  const faces = await document.fonts.load('600 1rem "Noto Sans Variable"');
  expect(faces).not.to.deep.equal([]);
}

async function show(lang: string, scheme: string, fontFamily = '') {
  const wrapper = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  Object.assign(wrapper.style, {
    colorScheme: scheme,
    inlineSize: `${NARROW_PX}px`,
    background: 'Canvas',
    fontFamily,
  });
  const host = document.createElement('state-host') as StateHost;
  host.state = {
    name: 'gesture',
    gesture: 'smile',
    index: 0,
    count: 3,
    hint: undefined,
    canSwap: false,
    strength: 0,
    timeLeft: 1,
  };
  const chosen: string[] = [];
  host.cameraChoice = {
    cameras: cameras(LONG, 'Logitech BRIO'),
    chosenId: 'id 0',
    onChoose: (deviceId) => chosen.push(deviceId),
  };
  wrapper.append(host);
  await host.updateComplete;
  const select = host.shadowRoot?.querySelector('select');
  if (!select) throw new Error('no chooser');
  return { host, select, chosen };
}

describe('the list of cameras', () => {
  for (const [lang, scheme] of [
    ['en', 'light'],
    ['id', 'dark'],
  ] as const) {
    it(`is accessible in ${lang} and ${scheme}, and named in its language`, async () => {
      const { host, select } = await show(lang, scheme);
      await expect(host).to.be.accessible();
      expect(select.getAttribute('aria-label')).to.equal(lang === 'id' ? 'Kamera' : 'Camera');
    });
  }

  /** Progress, list and button of the row above the picture, and the element around it. */
  async function measureRow(fontFamily: string) {
    const { host, select } = await show('id', 'light', fontFamily);
    const boxOf = (selector: string) => {
      const box = host.shadowRoot?.querySelector(selector)?.getBoundingClientRect();
      if (!box) throw new Error(`no ${selector}`);
      return box;
    };
    return {
      list: select.getBoundingClientRect(),
      progress: boxOf('.progress'),
      cancel: boxOf('.quiet'),
      all: host.getBoundingClientRect(),
    };
  }

  it('fits a narrow phone beside the progress and the button, large enough for a thumb', async () => {
    await loadFont();
    const { list, progress, cancel, all } = await measureRow('"Noto Sans Variable"');
    expect(Math.min(list.width, list.height)).to.be.at.least(TARGET_PX);
    expect(list.left).to.be.at.least(progress.right);
    expect(list.right).to.be.at.most(cancel.left);
    expect(cancel.right).to.be.at.most(all.right);
  });

  it('covers nothing and leaves the screen nowhere in the widest font', async () => {
    const { list, progress, cancel, all } = await measureRow('monospace');
    expect(Math.min(list.width, list.height)).to.be.at.least(TARGET_PX);
    for (const box of [list, progress, cancel]) {
      expect(box.left).to.be.at.least(all.left);
      expect(box.right).to.be.at.most(all.right);
    }
    const apart = (one: DOMRect, other: DOMRect) =>
      one.right <= other.left || other.right <= one.left || one.bottom <= other.top;
    expect([apart(progress, list), apart(list, cancel)]).to.deep.equal([true, true]);
  });

  it('shows the camera that is on, and reports another', async () => {
    const { host, select, chosen } = await show('en', 'light');
    expect([select.value, select.options.length]).to.deep.equal(['id 0', 2]);
    select.value = 'id 1';
    select.dispatchEvent(new Event('change'));
    expect(chosen).to.deep.equal(['id 1']);
    // The switch failed, so the choice is as before: the list must not go on saying otherwise.
    host.requestUpdate();
    await host.updateComplete;
    expect(select.value).to.equal('id 0');
  });

  it('keeps the keyboard’s place while frames come and when the step changes', async () => {
    const { host, select } = await show('en', 'light');
    select.focus();
    host.state = { name: 'holding', progress: 0.5 };
    await host.updateComplete;
    expect(host.shadowRoot?.activeElement).to.equal(select);
  });

  it('is not there without a choice', async () => {
    const { host } = await show('en', 'light');
    host.cameraChoice = undefined;
    await host.updateComplete;
    expect(host.shadowRoot?.querySelector('select')).to.equal(null);
  });
});

describe('the name of a camera', () => {
  it('is the device’s own', () => {
    const names = nameCameras(cameras('Front Camera', 'Logitech BRIO'), termOf(en));
    expect(names).to.deep.equal(['Front Camera', 'Logitech BRIO']);
  });

  it('is a word of the person’s language for what Android says', () => {
    const android = cameras('camera2 1, facing front', 'camera2 0, facing back');
    expect(nameCameras(android, termOf(en))).to.deep.equal(['Front camera', 'Rear camera']);
    expect(nameCameras(android, termOf(id))).to.deep.equal(['Kamera depan', 'Kamera belakang']);
  });

  it('is a number where there is none, and has one where two are alike', () => {
    expect(nameCameras(cameras('HD', '', 'HD', 'BRIO'), termOf(en))).to.deep.equal([
      'HD 1',
      'Camera 2',
      'HD 2',
      'BRIO',
    ]);
  });
});
