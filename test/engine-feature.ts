/** What not every engine has, and how it is found out. */
const FEATURES = {
  // Firefox without a window has none on a machine without a graphics card.
  WebGL: () => document.createElement('canvas').getContext('webgl2') !== null,
  MediaStreamTrackProcessor: () => 'MediaStreamTrackProcessor' in globalThis,
  'VideoFrame.rotation': () =>
    typeof VideoFrame === 'function' && 'rotation' in VideoFrame.prototype,
  // Firefox has a clock of its own for live streams, and a count of painted frames that nobody else has.
  'video clock that stands still without pictures': () =>
    !('mozPaintedFrames' in HTMLVideoElement.prototype),
} as const satisfies Record<string, () => boolean>;

type FeatureName = keyof typeof FEATURES;

/** A test of what only some engines have: elsewhere it is skipped, and its title says for want of what. */
export function itWith(feature: FeatureName, title: string, test: Mocha.AsyncFunc): void {
  if (FEATURES[feature]()) it(title, test);
  else it.skip(`${title} (no ${feature} here)`, test);
}

/** All tests of what only some engines have. */
export function describeWith(feature: FeatureName, title: string, tests: () => void): void {
  if (FEATURES[feature]()) describe(title, tests);
  else describe.skip(`${title} (no ${feature} here)`, tests);
}
