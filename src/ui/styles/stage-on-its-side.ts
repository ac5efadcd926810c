import { css } from 'lit';

/** The screens with the camera on a phone on its side. */
export const stageOnItsSide = css`
  /* The picture as high as the screen, the words and the buttons beside it. */
  @media (max-height: 30rem) {
    @container nodeflux-liveness (min-width: 34em) {
      .stage {
        position: relative;
        align-content: center;
        --_ratio: 1;
        --_camera-height: min(50cqi, max(13rem, 100svh - 1rem - var(--_reserved)));
        min-block-size: var(--_camera-height);
        padding-inline-start: calc(var(--_camera-height) + 1rem);
      }

      /* Out of the rows, which are as high as their words. */
      .camera {
        grid-area: auto;
        position: absolute;
        inset-block-start: 0;
        inset-inline-start: 0;
      }

      .guidance {
        min-block-size: 0;
      }

      .drawing {
        grid-row: 2;
      }

      .gesture {
        block-size: clamp(5rem, var(--_camera-height) * 0.3, 9rem);
        margin-block: 0.5rem;
      }

      .drawing[data-large='true'] .gesture {
        block-size: clamp(6rem, var(--_camera-height) * 0.4, 12rem);
      }

      .helps {
        min-block-size: 0;
        padding-block-start: 0;
      }

      .footer {
        inline-size: 100%;
        max-inline-size: 26rem;
      }
    }
  }
`;
