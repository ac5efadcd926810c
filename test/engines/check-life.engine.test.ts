import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EngineTab } from '../../tools/engines/engine-tab.ts';
import {
  CANCEL,
  ENGINE,
  type EngineStage,
  NARROWEST_PX,
  START,
  startEngineStage,
} from './engine-stage.ts';
import { countCameras, focusedPart, untilCameraOff, untilState, watchCamera } from './in-page.ts';

const LIMIT_MS = 60_000;
/** The camera shows nobody: it stays in this state. */
const RUNNING = ['positioning'];

describe(`a check that runs in ${ENGINE}`, () => {
  let stage: EngineStage;
  before(async () => {
    stage = await startEngineStage();
  });
  after(() => stage?.close());

  async function begin(tab: EngineTab): Promise<void> {
    await tab.evaluate(watchCamera);
    await tab.press(START);
    assert.equal(await tab.evaluate(untilState, RUNNING, LIMIT_MS), 'positioning');
    assert.deepEqual(await tab.evaluate(countCameras), { on: 1, opened: 1 });
  }

  it('is begun and cancelled by keyboard alone, and the focus is never lost', async (t) => {
    const tab = await stage.open(t);
    await tab.evaluate(watchCamera);
    for (let tabs = 0; !/primary-button/.test(await tab.evaluate(focusedPart)); tabs++) {
      assert.ok(tabs < 20, 'Tab reaches Start');
      await tab.type('Tab');
    }
    await tab.type('Enter');
    assert.equal(await tab.evaluate(untilState, RUNNING, LIMIT_MS), 'positioning');
    for (let tabs = 0; !/cancel-button/.test(await tab.evaluate(focusedPart)); tabs++) {
      assert.ok(tabs < 20, 'Tab reaches Cancel');
      await tab.type('Tab');
    }
    await tab.type('Enter');
    assert.equal(await tab.evaluate(untilState, ['cancelled'], LIMIT_MS), 'cancelled');
    assert.ok(await tab.evaluate(untilCameraOff, LIMIT_MS));
    assert.match(await tab.evaluate(focusedPart), /primary-button|title/);
  });

  it('is begun and cancelled by a pointer, and comes into view', async (t) => {
    const tab = await stage.open(t, { widthPx: NARROWEST_PX, heightPx: 480 });
    await begin(tab);
    const isSeen = await tab.evaluate((selector) => {
      const root = document.querySelector('nodeflux-liveness')?.shadowRoot;
      const box = root?.querySelector(selector)?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    }, CANCEL);
    assert.ok(isSeen, 'Cancel is on the screen without scrolling');
    await tab.press(CANCEL);
    assert.equal(await tab.evaluate(untilState, ['cancelled'], LIMIT_MS), 'cancelled');
    assert.ok(await tab.evaluate(untilCameraOff, LIMIT_MS));
    assert.deepEqual(tab.complaints, []);
  });

  it('goes on after another tab was looked at', async (t) => {
    const tab = await stage.open(t);
    await begin(tab);
    await tab.hide(true);
    const seen = await tab.evaluate(() => document.visibilityState);
    assert.equal(seen, 'hidden');
    await tab.hide(false);
    await tab.evaluate(async () => {
      while (document.visibilityState !== 'visible')
        await new Promise((soon) => setTimeout(soon, 50));
    });
    assert.equal(await tab.evaluate(untilState, RUNNING, LIMIT_MS), 'positioning');
    assert.deepEqual(await tab.evaluate(countCameras), { on: 1, opened: 1 });
    await tab.press(CANCEL);
    assert.ok(await tab.evaluate(untilCameraOff, LIMIT_MS));
  });

  it('ends with the camera off when the element is removed', async (t) => {
    const tab = await stage.open(t);
    await begin(tab);
    await tab.evaluate(() => document.querySelector('nodeflux-liveness')?.remove());
    assert.ok(await tab.evaluate(untilCameraOff, LIMIT_MS));
    assert.deepEqual(tab.complaints, []);
  });

  it('in a dialog has the focus inside, and ends when the dialog is closed by Escape', async (t) => {
    const tab = await stage.open(t);
    await tab.evaluate(() => {
      const dialog = document.createElement('dialog');
      const element = document.querySelector('nodeflux-liveness') as HTMLElement;
      document.body.append(dialog);
      dialog.append(element);
      dialog.showModal();
    });
    await begin(tab);
    const isInside = await tab.evaluate(
      () => document.activeElement === document.querySelector('nodeflux-liveness'),
    );
    assert.ok(isInside, 'the focus is in the element');
    await tab.type('Escape');
    assert.equal(await tab.evaluate(untilState, ['cancelled'], LIMIT_MS), 'cancelled');
    assert.ok(await tab.evaluate(untilCameraOff, LIMIT_MS));
  });
});
