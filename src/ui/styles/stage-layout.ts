import { css } from 'lit';

/** The screens with the camera. Only the picture is mirrored, never the words. */
export const stageLayout = css`
  /* The words above the picture, so that neither larger letters nor long languages ever cover the face. */
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    --_ratio: 0.75;
    --_camera-height: min(100cqi / var(--_ratio), max(15rem, 100svh - 15.5rem - var(--_reserved)));
  }

  @container nodeflux-liveness (min-width: 34em) {
    .stage {
      --_ratio: 1.3333;
    }
  }

  .guidance {
    grid-row: 1;
    display: grid;
    align-content: center;
    justify-items: center;
    inline-size: 100%;
    min-block-size: 5.75rem;
    padding: 0.625rem 0.75rem;
    background: var(--_guidance-background);
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
    color: var(--_guidance);
    text-align: center;
  }

  .instruction {
    font-size: clamp(1.375rem, 0.5rem + 4.2cqi, 2rem);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
    text-wrap: balance;
  }

  .instruction[data-large='true'] {
    color: var(--_attention);
    font-size: clamp(1.625rem, 0.5rem + 5.2cqi, 2.5rem);
  }

  /* What helps and what praises share one place. */
  .below-instruction {
    display: grid;
    justify-items: center;
  }

  .below-instruction > * {
    grid-area: 1 / 1;
    margin-block-start: 0.25rem;
    font-size: clamp(1rem, 0.75rem + 1.2cqi, 1.1875rem);
    line-height: 1.3;
    text-wrap: balance;
  }

  .detail[data-urgent='true'] {
    color: var(--_attention);
    font-weight: 600;
  }

  .praise {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--_success);
    font-weight: 600;
  }

  .praise[data-covered='true'] {
    visibility: hidden;
  }

  .about > .praise {
    margin-block-end: 0.5rem;
  }

  .camera {
    grid-area: 2 / 1;
    position: relative;
    overflow: hidden;
    block-size: var(--_camera-height);
    inline-size: calc(var(--_camera-height) * var(--_ratio));
    max-inline-size: 100%;
    border-radius: var(--_radius);
    background: var(--_surface);
    isolation: isolate;
  }

  .picture,
  .overlay {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  /* One pixel in, so that nothing dark shines through the rounded corners. */
  .picture {
    inset: 1px;
    inline-size: auto;
    block-size: auto;
    overflow: hidden;
    border-radius: inherit;
    background: color-mix(in oklab, var(--_text) 9%, var(--_surface));
  }

  .picture video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }

  .overlay {
    overflow: visible;
  }

  .drawing {
    grid-area: 2 / 1;
    align-self: end;
    z-index: 1;
    pointer-events: none;
  }

  .gesture {
    display: grid;
    block-size: calc(var(--_camera-height) * 0.235);
    aspect-ratio: 96 / 80;
    margin-block-end: 0.75rem;
  }

  .drawing[data-large='true'] .gesture {
    block-size: calc(var(--_camera-height) * 0.3);
  }

  .gesture svg {
    grid-area: 1 / 1;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }

  .helps {
    grid-row: 3;
    display: grid;
    place-items: center;
    inline-size: 100%;
    min-block-size: 3.75rem;
    padding: 0.5rem 0.5rem 0;
  }

  .footer {
    grid-row: 4;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem;
    inline-size: min(100%, max(20rem, var(--_camera-height) * var(--_ratio)));
    min-block-size: 3.75rem;
    padding: 0.5rem;
  }

  .progress {
    flex: 1 1 auto;
    max-inline-size: 100%;
    padding-inline: 0.5rem;
    color: var(--_muted-text);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
`;
