import { css } from 'lit';

/** Everything that can be pressed: at least 44 px, whatever the font size. The clear borders are seen in forced colours. */
export const controls = css`
  button,
  .cameras,
  .consent {
    min-block-size: max(2.75rem, 44px);
    min-inline-size: max(2.75rem, 44px);
    border-radius: calc(var(--_radius) * 0.7);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  button {
    border: 1px solid transparent;
    font: inherit;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  :is(button, .cameras, .consent input):focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  .primary {
    inline-size: 100%;
    min-block-size: 3.25rem;
    max-inline-size: 22rem;
    padding: 0.75rem 1.5rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 1.0625rem;
  }

  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 90%, var(--_text));
  }

  /* Otherwise the browser lays the page's ground behind the words, which have that colour too. */
  @media (forced-colors: active) {
    .primary {
      border-color: ButtonBorder;
      forced-color-adjust: none;
    }

    .primary:hover {
      background: ButtonText;
      color: ButtonFace;
    }
  }

  .quiet {
    padding: 0.5rem 0.875rem;
    background: transparent;
    color: var(--_muted-text);
    font-size: 1rem;
  }

  .help {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    max-inline-size: 100%;
    padding: 0.5rem 1.125rem;
    border-color: var(--_ring-track);
    border-radius: 1.5rem;
    background: var(--_surface);
    color: var(--_text);
    font-size: 0.9375rem;
    line-height: 1.3;
  }

  .primary + .help {
    margin-block-start: 0.75rem;
  }

  .help[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 10%, var(--_surface));
    color: var(--_text);
  }

  :is(.quiet, .help):hover {
    color: var(--_text);
    background: color-mix(in oklab, var(--_text) 6%, var(--_surface));
  }

  .icon {
    flex: none;
    padding: 0.5rem;
  }

  .icon[data-on='true'] {
    color: var(--_accent);
  }

  .icon svg,
  .tick {
    display: block;
    flex: none;
    inline-size: 1.5rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .tick {
    inline-size: 1.25rem;
    stroke-width: 2.25;
  }

  .consent {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.75rem;
    align-items: center;
    inline-size: 100%;
    max-inline-size: 22rem;
    margin-block-end: 0.75rem;
    text-align: start;
  }

  .consent input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .consent-needed {
    inline-size: 100%;
    max-inline-size: 22rem;
    margin-block-end: 0.75rem;
    color: var(--_danger);
    font-weight: 600;
    text-align: start;
  }

  /* As wide as there is room between the progress and the button; long names end in dots. */
  .cameras {
    flex: 4 1 4rem;
    max-inline-size: 14rem;
    margin-inline: auto 0;
    padding-inline: 0.625rem;
    border: 1px solid var(--_ring-track);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 0.9375rem;
    text-overflow: ellipsis;
  }
`;
