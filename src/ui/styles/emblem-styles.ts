import { css } from 'lit';

/** Colours of the pictures above messages. */
export const emblemStyles = css`
  .emblem-drawing {
    --_tone: var(--_muted-text);
    display: block;
    inline-size: 100%;
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

  :is([data-emblem='no-camera'], [data-emblem='out-of-time'], [data-emblem='offline']) {
    --_tone: var(--_attention);
  }

  .emblem-oval {
    stroke: var(--_line);
    stroke-width: 3.5;
  }

  .emblem-arc {
    stroke: var(--_accent);
    stroke-width: 3.5;
  }

  .emblem-line {
    stroke: var(--_text);
    stroke-width: 3.5;
  }

  .emblem-disc {
    fill: color-mix(in oklab, var(--_tone) 12%, var(--_surface));
  }

  .emblem-sign {
    stroke: var(--_tone);
    stroke-width: 5;
  }

  /* Where lines cross: a gap in the colour of the ground. */
  .emblem-gap {
    stroke: color-mix(in oklab, var(--_tone) 12%, var(--_surface));
    stroke-width: 14;
  }

  :is([data-emblem='no-camera'], [data-emblem='out-of-time'], [data-emblem='offline']) .emblem-sign {
    stroke-width: 4;
  }

  .emblem-sheet,
  .emblem-knob {
    fill: var(--_surface);
  }

  .emblem-switch {
    fill: var(--_accent);
  }

  /* Where colours are few, what counts is thick and the rest thin. */
  @media (forced-colors: active) {
    .emblem-oval {
      stroke-width: 1.5;
    }

    .emblem-arc {
      stroke-width: 6;
    }
  }
`;
