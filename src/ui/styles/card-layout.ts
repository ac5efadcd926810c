import { css } from 'lit';

/** The screens without a camera: what to know, and what to do. */
export const cardLayout = css`
  .card {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 1.5rem;
    max-inline-size: 27rem;
    min-block-size: 26rem;
    margin-inline: auto;
    padding: clamp(1.25rem, 7cqi, 2.5rem) clamp(1rem, 6cqi, 2rem);
    text-align: center;
  }

  .about,
  .actions {
    display: flex;
    flex-direction: column;
    align-items: center;
    inline-size: 100%;
  }

  :is(.about, .actions) > * {
    max-inline-size: 100%;
  }

  .emblem {
    inline-size: 5.5rem;
    margin-block-end: 1.25rem;
  }

  /* A picture to read, not only a sign. */
  .emblem:has([data-emblem='allow-camera']) {
    inline-size: 10rem;
  }

  /* White in dark themes and forced colours, too: cameras read nothing else. */
  .qr-code {
    inline-size: min(15rem, 100%);
    margin-block-end: 1.25rem;
    border-radius: 0.5rem;
    forced-color-adjust: none;
  }

  .actions > .help + .help {
    margin-block-start: 0.5rem;
  }

  .handoff-address {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.75rem;
    margin-block-end: 0.75rem;
  }

  .handoff-address code {
    max-inline-size: 100%;
    font-size: 0.875rem;
    overflow-wrap: anywhere;
    user-select: all;
  }

  .title {
    font-size: clamp(1.5rem, 1.2rem + 1.6cqi, 1.875rem);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
    text-wrap: balance;
    hyphens: auto;
    hyphenate-limit-chars: 14;
  }

  .text {
    margin-block-start: 0.625rem;
    color: var(--_muted-text);
    font-size: 1.0625rem;
    text-wrap: balance;
  }

  .cause {
    color: var(--_text);
    font-weight: 600;
  }

  .steps {
    display: grid;
    gap: 0.75rem;
    margin-block-start: 1.5rem;
    list-style: none;
    counter-reset: step;
    text-align: start;
  }

  .steps li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
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

  .privacy {
    inline-size: 100%;
    margin-block-end: 1.25rem;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_line);
    color: var(--_muted-text);
    font-size: 0.875rem;
  }

  .duration {
    margin-block: 0.75rem 0.5rem;
    color: var(--_muted-text);
    font-size: 0.9375rem;
  }

  .reference {
    margin-block-start: 1rem;
    color: var(--_muted-text);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  /* A phone on its side: what to know beside what to do, so that nothing scrolls. */
  @media (max-height: 30rem) {
    @container nodeflux-liveness (min-width: 34em) {
      .card {
        flex-direction: row;
        gap: clamp(1.5rem, 5cqi, 3rem);
        max-inline-size: 52rem;
        min-block-size: min(22rem, 100svh);
        padding-block: 0.75rem;
      }

      .about,
      .actions {
        flex: 0 1 24rem;
        min-inline-size: 0;
      }

      .qr-code {
        inline-size: 9.5rem;
        margin-block-end: 0.75rem;
      }

      .handoff-address {
        gap: 0.375rem;
      }

      .emblem {
        inline-size: 4rem;
        margin-block-end: 0.75rem;
      }

      .emblem:has([data-emblem='allow-camera']) {
        inline-size: 7.5rem;
      }

      .steps {
        margin-block-start: 1rem;
      }

      .privacy {
        margin-block-end: 0.75rem;
        padding-block-start: 0;
        border-block-start: 0;
      }
    }
  }
`;
