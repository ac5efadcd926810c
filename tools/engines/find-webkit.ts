import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** The programs that a WebKit is driven with. */
export interface WebKitPrograms {
  readonly driver: string;
  /** WebKitGTK’s own small browser, which comes with its library. */
  readonly browser: string;
  /** The screen that nobody sees: WebKitGTK has no other way to run without one. */
  readonly screen: string;
}

/** Where Linux keeps programs of libraries. */
const LIBRARIES: readonly string[] = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib',
  '/usr/libexec',
];

/** What is said where there is none. */
export const NO_WEBKIT =
  'there is no WebKitGTK with its driver and Xvfb here; apt-get install xvfb webkit2gtk-driver gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-libav';

/** Finds the system’s WebKitGTK, its driver and Xvfb; undefined unless all three are there. */
export function findWebKit(
  path: string = process.env.PATH ?? '',
  libraries: readonly string[] = LIBRARIES,
): WebKitPrograms | undefined {
  const find = (name: string): string | undefined =>
    path
      .split(delimiter)
      .map((folder) => join(folder, name))
      .find((file) => existsSync(file));
  const driver = find('WebKitWebDriver');
  const screen = find('Xvfb');
  const browser = libraries
    .map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser'))
    .find((file) => existsSync(file));
  return driver && screen && browser ? { driver, browser, screen } : undefined;
}
