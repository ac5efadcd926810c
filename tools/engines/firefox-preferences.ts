import type { Circumstances } from './engine-tab.ts';

type Preferences = Readonly<Record<string, boolean | number | string>>;

/** How these circumstances are told to Firefox. Pure. */
export function firefoxPreferences({
  camera = 'granted',
  colorScheme = 'light',
  forcedColors = false,
  resistsFingerprinting = false,
}: Circumstances): Preferences {
  return {
    'media.navigator.streams.fake': camera !== 'none',
    'media.navigator.permission.disabled': camera === 'granted',
    ...(camera === 'denied' && { 'permissions.default.camera': BLOCK }),
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    ...(forcedColors && FORCED_COLORS),
    'privacy.resistFingerprinting': resistsFingerprinting,
    // So that tests can name what they press.
    'intl.accept_languages': 'en',
    // The window counts as the one that has the keyboard, though nobody looks at it.
    'focusmanager.testmode': true,
    // Nothing of the browser's own may go out to the network.
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  };
}

const BLOCK = 2;

const FORCED_COLORS: Preferences = {
  // The person's own colours always; and those of a theme for who needs contrast.
  'browser.display.document_color_use': 2,
  'ui.useAccessibilityTheme': 1,
};
