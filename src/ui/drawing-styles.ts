import { css } from 'lit';

/** Colours and calm motion of everything drawn. Nothing flashes; who asks for less motion sees stills. */
export const drawingStyles = css`
  .overlay,
  .gesture,
  .emblem-drawing {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .veil {
    fill: var(--_overlay);
  }

  .oval {
    transform-origin: 150px 196px;
    transition: transform 500ms ease;
  }

  [data-hint='move-closer'] .oval {
    transform: scale(1.05);
  }

  [data-hint='move-back'] .oval {
    transform: scale(0.94);
  }

  .arc {
    stroke: var(--_ring-track);
    stroke-width: 4;
    transition: stroke 300ms ease;
  }

  [data-hint^='move'] .arc[data-tone='track'],
  [data-hint='multiple-faces'] .arc[data-tone='track'],
  [data-hint='look-straight'] .arc[data-tone='track'] {
    stroke: var(--_attention);
  }

  .arc[data-tone='full'] {
    stroke: var(--_accent);
    stroke-width: 6;
  }

  .arc[data-tone='ebbing'] {
    stroke: color-mix(in oklab, var(--_accent) 55%, var(--_ring-track));
    stroke-width: 6;
  }

  .direction-disc {
    fill: var(--_attention);
  }

  .direction-arrow {
    stroke: var(--_surface);
    stroke-width: 2.75;
  }

  .emblem-drawing {
    display: block;
    inline-size: 100%;
  }

  .emblem-oval {
    stroke: var(--_line);
    stroke-width: 3;
  }

  .emblem-arc {
    stroke: var(--_accent);
    stroke-width: 4;
  }

  .emblem-line {
    stroke: var(--_text);
    stroke-width: 3;
  }

  .emblem-disc {
    fill: color-mix(in oklab, var(--_tone) 12%, var(--_surface));
  }

  .emblem-sign {
    stroke: var(--_tone);
    stroke-width: 5;
  }

  .emblem-drawing {
    --_tone: var(--_muted-text);
  }

  [data-emblem='passed'] {
    --_tone: var(--_success);
  }

  [data-emblem='sent'] {
    --_tone: var(--_accent);
  }

  [data-emblem='failed'] {
    --_tone: var(--_danger);
  }

  .gesture {
    stroke: var(--_guidance);
    stroke-width: 3.25;
  }

  .arrow {
    stroke: var(--_accent);
    stroke-width: 4;
  }
`;
