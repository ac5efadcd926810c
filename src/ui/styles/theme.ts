import { css } from 'lit';

/**
 * Every custom property that an integrator may set on `<nodeflux-liveness>`, and its default.
 * This is the one place: the rest of the styles reads only the private names on the left.
 * Light and dark follow the `color-scheme` of the page around the element; browsers without `light-dark()` get light.
 *
 * | property | what it colours or sizes |
 * |---|---|
 * | `--nodeflux-accent` | main button, ring, links between the person and the next step |
 * | `--nodeflux-on-accent` | text on the main button |
 * | `--nodeflux-surface` | the element's ground |
 * | `--nodeflux-text` | titles and text |
 * | `--nodeflux-muted-text` | secondary text |
 * | `--nodeflux-line` | hairlines and the empty ring |
 * | `--nodeflux-overlay-color` | the veil around the oval |
 * | `--nodeflux-guidance-color` | instruction over the camera |
 * | `--nodeflux-guidance-background` | ground of the instruction; keeps it legible over any picture |
 * | `--nodeflux-ring-track-color` | the part of the ring that is still to come |
 * | `--nodeflux-attention` | hints that ask for a correction |
 * | `--nodeflux-success` | passed |
 * | `--nodeflux-danger` | failed |
 * | `--nodeflux-radius` | corners of the camera and of the buttons |
 * | `--nodeflux-max-width` | widest the element grows |
 * | `--nodeflux-reserved-height` | what the page needs beside the element on one screen; the picture is lower by it |
 *
 * The font is the page's own.
 */
export const theme = css`
  :host {
    /* Themes that make the root small, so that 1rem is 10px, must not make the words too small to read. */
    --_rem: max(1rem, 16px);
    --_accent: var(--nodeflux-accent, #1f4fd8);
    --_on-accent: var(--nodeflux-on-accent, #ffffff);
    --_surface: var(--nodeflux-surface, #ffffff);
    --_text: var(--nodeflux-text, #12161c);
    --_muted-text: var(--nodeflux-muted-text, #566070);
    --_line: var(--nodeflux-line, #dfe3ea);
    --_overlay: var(--nodeflux-overlay-color, rgb(255 255 255 / 0.86));
    --_guidance: var(--nodeflux-guidance-color, #12161c);
    --_guidance-background: var(--nodeflux-guidance-background, #ffffff);
    --_ring-track: var(--nodeflux-ring-track-color, #858f9f);
    --_attention: var(--nodeflux-attention, #b45309);
    --_success: var(--nodeflux-success, #167247);
    --_danger: var(--nodeflux-danger, #b3261e);
    --_radius: var(--nodeflux-radius, 1.25rem);
    --_max-width: var(--nodeflux-max-width, 40rem);
    --_reserved: var(--nodeflux-reserved-height, 0px);
  }

  /* A phone on its side needs its width, unless the integrator says otherwise. */
  @media (max-height: 30rem) {
    :host {
      --_max-width: var(--nodeflux-max-width, 56rem);
    }
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: var(--nodeflux-accent, light-dark(#1f4fd8, #9db9ff));
      --_on-accent: var(--nodeflux-on-accent, light-dark(#ffffff, #0c1630));
      --_surface: var(--nodeflux-surface, light-dark(#ffffff, #12151b));
      --_text: var(--nodeflux-text, light-dark(#12161c, #f1f3f7));
      --_muted-text: var(--nodeflux-muted-text, light-dark(#566070, #a6afbd));
      --_line: var(--nodeflux-line, light-dark(#dfe3ea, #2c323d));
      --_overlay: var(
        --nodeflux-overlay-color,
        light-dark(rgb(255 255 255 / 0.86), rgb(18 21 27 / 0.84))
      );
      --_guidance: var(--nodeflux-guidance-color, light-dark(#12161c, #f1f3f7));
      --_guidance-background: var(--nodeflux-guidance-background, light-dark(#ffffff, #12151b));
      --_ring-track: var(--nodeflux-ring-track-color, light-dark(#858f9f, #6f7889));
      --_attention: var(--nodeflux-attention, light-dark(#b45309, #ffbf6b));
      --_success: var(--nodeflux-success, light-dark(#167247, #74d6a2));
      --_danger: var(--nodeflux-danger, light-dark(#b3261e, #ff9d95));
    }
  }

  /* Who asks for more contrast gets it from the element's own colours; those of the integrator stay. */
  @media (prefers-contrast: more) {
    :host {
      --_muted-text: var(--nodeflux-muted-text, var(--_text));
      --_line: var(--nodeflux-line, var(--_text));
      --_ring-track: var(--nodeflux-ring-track-color, var(--_text));
      --_overlay: var(--nodeflux-overlay-color, color-mix(in srgb, var(--_surface) 94%, transparent));
    }
  }

  /* The person's own colours come before everybody else's. */
  @media (forced-colors: active) {
    :host {
      --_accent: Highlight;
      --_on-accent: HighlightText;
      --_surface: Canvas;
      --_text: CanvasText;
      --_muted-text: CanvasText;
      --_line: CanvasText;
      --_overlay: color-mix(in srgb, Canvas 88%, transparent);
      --_guidance: CanvasText;
      --_guidance-background: Canvas;
      --_ring-track: CanvasText;
      --_attention: CanvasText;
      --_success: CanvasText;
      --_danger: CanvasText;
    }
  }
`;
