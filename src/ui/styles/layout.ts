import { css } from 'lit';

/** The host and what holds everywhere. Sizes follow the element's own width; only how much height there is asks the window. */
export const layout = css`
  :host {
    display: block;
    border-radius: var(--_radius);
  }

  /*
   * What has a size and a place is inside: a page's own rules for every element ("* { margin: 0 }") come before those of
   * :host. What pages set for all their text and is inherited begins anew here.
   */
  .base {
    position: relative;
    container: nodeflux-liveness / inline-size;
    /* What a dialog or a flex row that asks for the content's width gets; small enough for any phone. */
    contain-intrinsic-inline-size: min(25rem, 80vw);
    box-sizing: border-box;
    max-inline-size: var(--_max-width);
    margin-inline: auto;
    color: var(--_text);
    background: var(--_surface);
    border-radius: var(--_radius);
    font-size: var(--_rem);
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    line-height: 1.45;
    letter-spacing: normal;
    word-spacing: normal;
    word-break: normal;
    overflow-wrap: normal;
    hyphens: manual;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    text-wrap: pretty;
    list-style: none;
    cursor: auto;
    -webkit-text-stroke: 0;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  /* Takes its room, so that nothing jumps when the language arrives. */
  .base[data-awaiting-words] > * {
    visibility: hidden;
  }

  h2,
  p,
  ol {
    margin: 0;
    padding: 0;
    overflow-wrap: break-word;
  }

  h2:focus {
    outline: none;
  }

  .visually-hidden {
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* A phone on its side: room for two columns. */
  @media (max-height: 30rem) {
    .base {
      contain-intrinsic-inline-size: min(46rem, 84vw);
    }
  }
`;
