import { css } from 'lit';

/** The camera box and what lies over it. Only the picture is mirrored, never the words. */
export const stageLayout = css`
  .stage {
    display: flex;
    flex-direction: column;
    align-items: center;
    --_ratio: 3 / 4;
    --_stage-size: min(100%, 76svh * var(--_ratio));
  }

  @container nodeflux-liveness (min-width: 34rem) {
    .stage {
      --_ratio: 4 / 3;
    }
  }

  .camera {
    position: relative;
    overflow: hidden;
    inline-size: var(--_stage-size);
    aspect-ratio: var(--_ratio);
    border-radius: var(--_radius);
    background: var(--_surface);
    container: camera / size;
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

  /* The words have a scrim of their own, whatever the veil's colour and the picture behind it. */
  .guidance {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0.125rem;
    block-size: 17.5%;
    padding-inline: 0.75rem;
    background: linear-gradient(var(--_guidance-background) 72%, transparent 92%);
    color: var(--_guidance);
    text-align: center;
  }

  .instruction {
    font-size: clamp(1.25rem, 6.5cqmin, 1.875rem);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.15;
    text-wrap: balance;
  }

  .detail {
    font-size: clamp(0.9375rem, 4cqmin, 1.125rem);
    line-height: 1.25;
    text-wrap: balance;
  }

  .detail[data-urgent='true'] {
    color: var(--_attention);
    font-weight: 600;
  }

  .drawing {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    display: grid;
    place-items: center;
    block-size: 24%;
    padding-block-end: 1.5%;
  }

  .drawing svg {
    block-size: 100%;
    min-block-size: 0;
  }

  .footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    inline-size: var(--_stage-size);
    min-block-size: 3.75rem;
    padding: 0.5rem;
  }

  /* As wide as there is room between the progress and the button; long names end in dots. */
  .cameras {
    flex: 0 1 auto;
    min-inline-size: 44px;
    max-inline-size: 14rem;
    min-block-size: max(2.75rem, 44px);
    margin-inline: auto 0.25rem;
    padding-inline: 0.625rem;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.7);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 0.9375rem;
    text-overflow: ellipsis;
    cursor: pointer;
    touch-action: manipulation;
  }

  .cameras:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  .progress {
    flex: none;
    padding-inline: 0.5rem;
    color: var(--_muted-text);
    font-variant-numeric: tabular-nums;
  }
`;
