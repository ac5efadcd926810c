import { TAB_TIMEOUT_MS } from './engine-tab.ts';

/** A browser behind a driver that speaks WebDriver, as the W3C has written it: commands over HTTP. */
export interface WebDriverSession {
  /** Name and version, as the browser says them. */
  readonly version: string;
  /**
   * Gives a command, such as `POST url`.
   *
   * @throws Error with what the driver says of it.
   */
  command<Answer>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer>;
}

/** The driver is asked this often whether it listens yet. */
const ASK_EVERY_MS = 50;
const STATUS_LIMIT_MS = 5000;
/** It limits each command itself; longer than that is a driver that hangs. */
const COMMAND_LIMIT_MS = TAB_TIMEOUT_MS + 30_000;

/**
 * Opens a session as soon as the driver listens.
 *
 * @param url Of the driver.
 * @param capabilities What the browser must be.
 * @param limitMs Longest wait for the driver.
 */
export async function openWebDriverSession(
  url: string,
  capabilities: object,
  limitMs: number,
): Promise<WebDriverSession> {
  const giveUpAtMs = performance.now() + limitMs;
  while (!(await listens(url))) {
    if (performance.now() > giveUpAtMs) throw new Error(`No driver answers at ${url}.`);
    await new Promise((soon) => setTimeout(soon, ASK_EVERY_MS));
  }
  const opened = await ask<{
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  }>('POST', `${url}/session`, { capabilities: { alwaysMatch: capabilities } });
  const { browserName, browserVersion } = opened.capabilities;
  return {
    version: `${browserName} ${browserVersion}`,
    command: (method, path, body) =>
      ask(method, [url, 'session', opened.sessionId, path].filter(Boolean).join('/'), body),
  };
}

async function listens(url: string): Promise<boolean> {
  return fetch(`${url}/status`, { signal: AbortSignal.timeout(STATUS_LIMIT_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function ask<Answer>(method: string, url: string, body: object = {}): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    signal: AbortSignal.timeout(COMMAND_LIMIT_MS),
    ...(method === 'POST' && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const { value } = (await answer.json()) as { value: Answer & { message?: string } };
  if (!answer.ok) throw new Error(`${method} ${url}: ${value.message}`);
  return value;
}

/** The keys that have no character, as WebDriver writes them. */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  Space: ' ',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
};

/** Presses keys together, such as `Shift+Tab`, as the action that WebDriver performs. Pure. */
export function pressKeys(chord: string): object {
  const keys = chord.split('+').map((key) => KEYS[key] ?? key);
  return {
    type: 'key',
    id: 'keyboard',
    actions: [
      ...keys.map((value) => ({ type: 'keyDown', value })),
      ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
    ],
  };
}

/** Presses a place of the window, as the action that WebDriver performs. Pure. */
export function pressPlace({ x, y }: { readonly x: number; readonly y: number }): object {
  return {
    type: 'pointer',
    id: 'mouse',
    actions: [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  };
}
