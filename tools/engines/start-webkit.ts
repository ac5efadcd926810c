import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { launch, type Process } from '@puppeteer/browsers';
import { type Circumstances, TAB_TIMEOUT_MS } from './engine-tab.ts';
import { findWebKit, NO_WEBKIT } from './find-webkit.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { openWebDriverSession, type WebDriverSession } from './webdriver-session.ts';

/** Longest wait for the screen and for the driver. */
const START_LIMIT_MS = 60_000;

/** The buttons above the page are wider than a phone, and no page is narrower than they are. */
const NARROW_TOOLBAR = 'button, entry { min-width: 0; margin: 0; border: 0; padding: 0; }';

/** A WebKitGTK that is driven, with all that belongs to it. */
export interface StartedWebKit {
  readonly session: WebDriverSession;
  readonly proxy: RecordingProxy;
  /** Ends the browser, its driver, its screen and its proxy. */
  close(): Promise<void>;
}

/**
 * Starts the system's WebKitGTK on a screen that nobody sees. Its processes end with this one, too.
 *
 * @throws Error when there is none.
 */
export async function startWebKit(circumstances: Circumstances): Promise<StartedWebKit> {
  const programs = findWebKit();
  if (!programs) throw new Error(NO_WEBKIT);
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    // One that cannot be ended keeps no other running.
    const failures: unknown[] = [];
    for (const end of closers.splice(0).reverse()) {
      await end().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'WebKitGTK could not be ended.');
  };
  const own = (executablePath: string, args: string[], env: NodeJS.ProcessEnv): Process => {
    const started = launch({ executablePath, args, env: { ...process.env, ...env } });
    closers.push(() => started.close());
    return started;
  };
  try {
    const home = await mkdtemp(join(tmpdir(), 'liveness-webkit-'));
    closers.push(() => rm(home, { recursive: true, force: true }));
    await mkdir(join(home, 'gtk-3.0'));
    await writeFile(join(home, 'gtk-3.0/gtk.css'), NARROW_TOOLBAR);
    const proxy = await startRecordingProxy();
    closers.push(() => proxy.close());
    const screen = own(
      programs.screen,
      ['-displayfd', '2', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'],
      {},
    );
    const display = await screen.waitForLineOutput(/^(\d+)$/, START_LIMIT_MS);
    const port = await freePort();
    own(programs.driver, [`--port=${port}`], webKitEnvironment(home, display, circumstances));
    const session = await openWebDriverSession(
      `http://127.0.0.1:${port}`,
      webKitCapabilities(programs.browser, proxy.address, circumstances),
      START_LIMIT_MS,
    );
    return { session, proxy, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** How these circumstances are told to WebKitGTK and its toolkit. Pure. */
function webKitEnvironment(
  home: string,
  display: string,
  { colorScheme = 'light' }: Circumstances,
): NodeJS.ProcessEnv {
  return {
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    DISPLAY: `:${display}`,
    GDK_BACKEND: 'x11',
    GTK_THEME: colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
    // Nobody reads it aloud, and there is no bus to do it by.
    NO_AT_BRIDGE: '1',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    // Without a language the page is given the one that it falls back on.
    LANG: 'en_US.UTF-8',
    // Containers give no namespaces to a browser's own sandbox; the pages are ours.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
}

function webKitCapabilities(
  binary: string,
  proxy: string,
  { camera = 'granted' }: Circumstances,
): object {
  return {
    timeouts: { script: TAB_TIMEOUT_MS, pageLoad: TAB_TIMEOUT_MS },
    'webkitgtk:browserOptions': {
      binary,
      args: [
        '--automation',
        `--proxy=http://${proxy}`,
        '--ignore-host=none.invalid',
        '--enable-media-stream=true',
        `--enable-mock-capture-devices=${camera !== 'none'}`,
      ],
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (!address || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
