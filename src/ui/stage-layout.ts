import { css } from 'lit';

/** The camera box and what lies over it. Only the picture is mirrored, never the words. */
export const stageLayout = css`
  .stage {
    display: flex;
    flex-direction: column;
    align-items: center;
  }

  .camera {
    position: relative;
    overflow: hidden;
    inline-size: min(100%, 74svh * 3 / 4);
    aspect-ratio: 3 / 4;
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_text) 10%, var(--_surface));
    isolation: isolate;
  }

  .picture,
  .overlay {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .picture > * {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }

  .overlay {
    overflow: visible;
  }

  .guidance {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0.125rem;
    block-size: 18%;
    padding-inline: 0.75rem;
    text-align: center;
  }

  .instruction,
  .detail {
    max-inline-size: 100%;
    padding: 0.125rem 0.75rem;
    border-radius: 0.75rem;
    background: var(--_guidance-background);
    color: var(--_guidance);
    text-wrap: balance;
  }

  .instruction {
    font-size: clamp(1.375rem, 6cqi, 1.875rem);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
  }

  .detail {
    font-size: clamp(0.9375rem, 3.8cqi, 1.0625rem);
    line-height: 1.3;
  }

  .detail[data-urgent='true'] {
    color: var(--_attention);
    font-weight: 600;
  }

  .detail:empty {
    display: none;
  }

  .drawing {
    position: absolute;
    inset-block-end: 1.5%;
    inset-inline: 0;
    display: grid;
    place-items: center;
    block-size: 18%;
  }

  .drawing svg {
    block-size: 100%;
  }

  .footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    inline-size: min(100%, 74svh * 3 / 4);
    padding: 0.5rem 0.25rem;
  }

  .progress {
    padding-inline: 0.75rem;
    color: var(--_muted-text);
    font-variant-numeric: tabular-nums;
  }

  @container nodeflux-liveness (min-width: 34rem) {
    .camera {
      inline-size: min(100%, 74svh * 4 / 3);
      aspect-ratio: 4 / 3;
    }

    .footer {
      inline-size: min(100%, 74svh * 4 / 3);
    }
  }
`;
