import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { JSDOM } from 'jsdom';
import type { NodefluxLiveness } from '../../src/nodeflux-liveness.ts';

/** What the integrator's own test of a page runs in: a document without camera, styles, observers or workers. */
const { window } = new JSDOM('<!doctype html><body></body>', { url: 'https://bank.example/' });

describe('in jsdom', () => {
  before(async () => {
    for (const name of Object.getOwnPropertyNames(window)) {
      if (name in globalThis) continue;
      Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
    }
    // Node has these of its own, which jsdom refuses.
    for (const name of ['Event', 'CustomEvent', 'EventTarget'] as const) {
      Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
    }
    await import('../../src/index.ts');
  });

  it('the element stands in the page, shows its start, and ends a check with a typed error', async () => {
    window.document.body.innerHTML = '<nodeflux-liveness lang="en"></nodeflux-liveness>';
    const element = window.document.querySelector('nodeflux-liveness') as NodefluxLiveness;
    await element.updateComplete;
    assert.match(element.shadowRoot?.textContent ?? '', /quick face check/);
    const failed = new Promise<string>((resolve) =>
      element.addEventListener('liveness-error', ({ detail }) => resolve(detail.code)),
    );
    element.submissionToken = 'token-1';
    element.start();
    assert.equal(await failed, 'insecure-context');
    assert.match(element.shadowRoot?.textContent ?? '', /Code: insecure-context/);
    element.remove();
  });
});
