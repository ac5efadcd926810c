import { css } from 'lit';

/** What moves beside the drawings of the gestures. People who asked for less motion see it stand still; nothing flashes. */
export const motion = css`
  @media (prefers-reduced-motion: no-preference) {
    .oval {
      transition: transform 600ms ease;
    }

    .arc {
      transition: stroke 300ms ease;
    }

    .direction {
      transition: translate 600ms ease;
    }

    .praise {
      animation: praise 2.4s ease-in-out both;
    }

    .distance path,
    .direction-arrow {
      animation: point 1.8s ease-in-out infinite;
    }

    .emblem-turning {
      transform-origin: 48px 48px;
      animation: turn 1.8s linear infinite;
    }

    .about > .praise {
      animation: none;
    }
  }

  @keyframes point {
    50% {
      transform: translateX(3px);
    }
  }

  /* Comes, stays long enough to be read, and goes. Not at all a flash: each way takes a third of a second or more. */
  @keyframes praise {
    0%,
    100% {
      opacity: 0;
    }

    15%,
    75% {
      opacity: 1;
    }
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`;
