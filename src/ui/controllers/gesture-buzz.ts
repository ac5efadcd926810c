/** Long enough to be felt in the hand, too short to be heard. */
const BUZZ_MS = 40;

/**
 * Lets the device tremble for a moment, where it can: the person learns with closed eyes that a gesture counted.
 * Browsers refuse it on a page that nobody has touched, and say so on the console.
 */
export function buzz(): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(BUZZ_MS);
}
