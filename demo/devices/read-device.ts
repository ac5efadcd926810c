import { checkSupport } from '../../src/face/check-support.ts';
import type { FeatureFacts, ScreenFacts } from './device-report.ts';

/** What a device can be asked for, as media queries ask. */
const WISHES: Readonly<Record<string, string>> = {
  'dark colours': '(prefers-color-scheme: dark)',
  'less motion': '(prefers-reduced-motion: reduce)',
  'more contrast': '(prefers-contrast: more)',
  'its own colours': '(forced-colors: active)',
  'inverted colours': '(inverted-colors: inverted)',
};

/** Reads what the browser can; that stays. Opens no camera. */
export function readFeatures(): FeatureFacts {
  const { missing, inApp } = checkSupport();
  return {
    userAgent: navigator.userAgent,
    isInApp: inApp,
    missing,
    optional: {
      'reading the camera’s track': 'MediaStreamTrackProcessor' in globalThis,
      VideoFrame: 'VideoFrame' in globalThis,
      'a call for each picture of a video':
        'requestVideoFrameCallback' in HTMLVideoElement.prototype,
      'keeping the screen awake': 'wakeLock' in navigator,
      trembling: 'vibrate' in navigator,
      speech: 'speechSynthesis' in globalThis,
      WebGL: document.createElement('canvas').getContext('webgl2') !== null,
    },
  };
}

/** Reads what the person can change at any time. */
export function readScreen(): ScreenFacts {
  return {
    screen: describeScreen(),
    wishes: Object.entries(WISHES)
      .filter(([, query]) => matchMedia(query).matches)
      .map(([wish]) => wish),
  };
}

/** `390 × 844 px at 3, portrait, letters of 16 px`. */
function describeScreen(): string {
  const letters = getComputedStyle(document.documentElement).fontSize;
  return `${innerWidth} × ${innerHeight} px at ${devicePixelRatio}, ${orientation()}, letters of ${letters}`;
}

/** How the page lies. */
export function orientation(): string {
  return matchMedia('(orientation: portrait)').matches ? 'portrait' : 'landscape';
}
