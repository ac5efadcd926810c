import { css } from 'lit';

/** Boxes, type and buttons. Sizes follow the element's own width, never the window's. */
export const layout = css`
  :host {
    display: block;
    container: nodeflux-liveness / inline-size;
    /* What a dialog or a flex row that asks for the content's width gets; small enough for any phone. */
    contain-intrinsic-inline-size: min(18rem, 80vw);
    box-sizing: border-box;
    max-inline-size: var(--_max-width);
    margin-inline: auto;
    color: var(--_text);
    background: var(--_surface);
    border-radius: var(--_radius);
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .base {
    position: relative;
    line-height: 1.45;
    text-wrap: pretty;
  }

  /* Takes its room, so that nothing jumps when the language arrives. */
  .base[data-awaiting-words] {
    visibility: hidden;
  }

  h2,
  p,
  ol {
    margin: 0;
    padding: 0;
  }

  h2:focus {
    outline: none;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Card: the camera is off. */

  .card {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    max-inline-size: 27rem;
    min-block-size: 26rem;
    margin-inline: auto;
    padding: clamp(1.5rem, 8cqi, 3rem) clamp(1rem, 6cqi, 2rem);
    text-align: center;
  }

  .emblem {
    inline-size: 6rem;
    margin-block-end: 1.5rem;
  }

  .title {
    font-size: clamp(1.5rem, 1.2rem + 1.6cqi, 1.875rem);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
    text-wrap: balance;
  }

  .text {
    margin-block-start: 0.625rem;
    color: var(--_muted-text);
    font-size: 1.0625rem;
    text-wrap: balance;
  }

  .steps {
    display: grid;
    gap: 0.875rem;
    margin-block-start: 1.75rem;
    list-style: none;
    counter-reset: step;
    text-align: start;
  }

  .steps li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.875rem;
    align-items: center;
    counter-increment: step;
  }

  .steps li::before {
    content: counter(step);
    display: grid;
    place-items: center;
    inline-size: 1.875rem;
    block-size: 1.875rem;
    border: 1.5px solid var(--_line);
    border-radius: 50%;
    color: var(--_accent);
    font-size: 0.9375rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .duration {
    margin-block-start: 0.75rem;
    color: var(--_muted-text);
    font-size: 0.9375rem;
  }

  .privacy {
    margin-block-start: 1.75rem;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_line);
    color: var(--_muted-text);
    font-size: 0.875rem;
  }

  .reference {
    margin-block-start: 1rem;
    color: var(--_muted-text);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }

  /* Buttons: at least 44 px, whatever the font size. */

  button {
    min-block-size: max(2.75rem, 44px);
    min-inline-size: max(2.75rem, 44px);
    border: 0;
    border-radius: calc(var(--_radius) * 0.7);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  button:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  .primary {
    inline-size: 100%;
    min-block-size: 3.25rem;
    max-inline-size: 22rem;
    margin-block-start: 2rem;
    padding: 0.75rem 1.5rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 1.0625rem;
  }

  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 90%, var(--_text));
  }

  .quiet {
    padding: 0.5rem 1rem;
    background: transparent;
    color: var(--_muted-text);
    font-size: 1rem;
  }

  .quiet:hover {
    color: var(--_text);
    background: color-mix(in oklab, var(--_text) 6%, transparent);
  }
`;
