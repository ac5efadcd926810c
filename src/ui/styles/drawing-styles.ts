import { css } from 'lit';

/** Colours of everything drawn. */
export const drawingStyles = css`
  .overlay,
  .gesture,
  .emblem-drawing {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* The oval and its ring. */

  .veil {
    fill: var(--_overlay);
  }

  .casing {
    stroke: var(--_guidance-background);
    stroke-width: 8;
  }

  .arc {
    stroke: var(--_ring-track);
    stroke-width: 3;
  }

  [data-hint^='move'] .arc[data-tone='track'],
  [data-hint='multiple-faces'] .arc[data-tone='track'],
  [data-hint='look-straight'] .arc[data-tone='track'] {
    stroke: var(--_attention);
    stroke-width: 4;
  }

  .arc[data-tone='full'] {
    stroke: var(--_accent);
    stroke-width: 6;
  }

  /* What has counted. The praise says the same in words. */
  .arc[data-tone='done'] {
    stroke: var(--_success);
    stroke-width: 6;
  }

  /* The time that is left for a gesture. */
  .time {
    stroke: var(--_ring-track);
    stroke-width: 3;
  }

  .oval {
    transform-origin: 150px 176px;
  }

  [data-hint='move-closer'] .oval {
    transform: scale(1.08);
  }

  [data-hint='move-back'] .oval {
    transform: scale(0.88);
  }

  [data-hint='move-left'] .oval {
    transform: translateX(-12px);
  }

  [data-hint='move-right'] .oval {
    transform: translateX(12px);
  }

  [data-hint='move-up'] .oval {
    transform: translateY(-12px);
  }

  [data-hint='move-down'] .oval {
    transform: translateY(12px);
  }

  [data-hint='move-left'] .direction {
    translate: -12px;
  }

  [data-hint='move-right'] .direction {
    translate: 12px;
  }

  [data-hint='move-up'] .direction {
    translate: 0 -12px;
  }

  [data-hint='move-down'] .direction {
    translate: 0 12px;
  }

  .distance-arrow {
    stroke: var(--_attention);
    stroke-width: 3.5;
  }

  .distance-casing {
    stroke: var(--_guidance-background);
    stroke-width: 7.5;
  }

  .direction-disc {
    fill: var(--_attention);
    stroke: var(--_guidance-background);
    stroke-width: 2.5;
  }

  .direction-arrow {
    stroke: var(--_guidance-background);
    stroke-width: 2.75;
  }

  /* A dot to be followed, and the circle that the person brings there. Whether it is there is told by the ring, too. */
  .aim-dot {
    fill: var(--_accent);
    stroke: var(--_guidance-background);
    stroke-width: 3;
  }

  .aim-casing {
    stroke: var(--_guidance-background);
    stroke-width: 8;
  }

  .aim-circle,
  .aim-line {
    stroke: var(--_ring-track);
    stroke-width: 3.5;
  }

  .aim-line {
    stroke-width: 2;
    stroke-dasharray: 1 8;
  }

  [data-there='true'] .aim-dot {
    fill: var(--_success);
  }

  [data-there='true'] .aim-circle {
    stroke: var(--_success);
    stroke-width: 5;
  }

  .placeholder {
    fill: none;
    stroke: var(--_muted-text);
    stroke-width: 4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* The drawing of a gesture. Every line is equally thick at every size. */

  .gesture svg * {
    vector-effect: non-scaling-stroke;
    stroke: var(--_guidance);
    stroke-width: 2.75px;
  }

  .gesture .arrow * {
    stroke: var(--_accent);
    stroke-width: 4px;
  }

  .gesture circle {
    fill: var(--_guidance);
  }

  .gesture .head {
    fill: color-mix(in oklab, var(--_accent) 9%, var(--_guidance-background));
  }
`;
