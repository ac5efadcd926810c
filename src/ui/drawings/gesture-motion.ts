import { css } from 'lit';
import { gesturePoses } from './gesture-drawings.ts';

/**
 * The drawings' poses and how they move. The pose is the rule and the movement the extra: people who asked for
 * less motion see every drawing at the clearest moment of its gesture. Nothing flashes; a cycle takes 2.8 s.
 */
export const gestureMotion = css`
  /* Each moving part is a drawing of 96 × 80, so that a hundredth of its width is 0.96 of a unit. */

  .pose {
    transform: var(--_pose);
  }

  ${gesturePoses}

  .eyes-open {
    opacity: 0;
    transform-origin: 50% 46.25%;
  }

  .mouth-closed {
    opacity: 0;
  }

  .mouth-smile {
    --_closed: scale(0.6, 0.2);
    transform-origin: 50% 66.25%;
  }

  .mouth-open {
    --_closed: scale(0.9, 0.2);
    transform-origin: 50% 71.25%;
  }

  @media (prefers-reduced-motion: no-preference) {
    .gesture .pose {
      animation: from-rest 2.8s ease-in-out infinite;
    }

    .gesture .arrow {
      animation: point-out 2.8s ease-in-out infinite;
    }

    .eyes-open {
      animation: close-eyes 2.8s ease-in-out infinite;
    }

    .eyes-shut {
      animation: show-shut-eyes 2.8s ease-in-out infinite;
    }

    .mouth-closed {
      animation: leave 2.8s ease-in-out infinite;
    }

    .mouth-smile,
    .mouth-open {
      animation: come 2.8s ease-in-out infinite;
    }
  }

  @keyframes from-rest {
    0%,
    20%,
    92%,
    100% {
      transform: none;
    }

    45%,
    70% {
      transform: var(--_pose);
    }
  }

  @keyframes point-out {
    50% {
      transform: var(--_along);
    }
  }

  @keyframes close-eyes {
    0%,
    40%,
    62%,
    100% {
      opacity: 1;
      transform: none;
    }

    48%,
    54% {
      opacity: 1;
      transform: scaleY(0.1);
    }

    49%,
    53% {
      opacity: 0;
      transform: scaleY(0.1);
    }
  }

  @keyframes show-shut-eyes {
    0%,
    48%,
    54%,
    100% {
      opacity: 0;
    }

    49%,
    53% {
      opacity: 1;
    }
  }

  /* A closed mouth gives way to what it becomes. */
  @keyframes leave {
    0%,
    22%,
    90%,
    100% {
      opacity: 1;
    }

    32%,
    80% {
      opacity: 0;
    }
  }

  @keyframes come {
    0%,
    20%,
    92%,
    100% {
      opacity: 0;
      transform: var(--_closed);
    }

    30%,
    82% {
      opacity: 1;
    }

    45%,
    70% {
      opacity: 1;
      transform: none;
    }
  }
`;
