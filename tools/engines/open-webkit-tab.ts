import { type Circumstances, callOf, type EngineTab, PHONE, TAB_TIMEOUT_MS } from './engine-tab.ts';
import { PLACE_LIMIT_MS, placeInPage } from './place-in-page.ts';
import { type StartedWebKit, startWebKit } from './start-webkit.ts';
import { pressKeys, pressPlace, type WebDriverSession } from './webdriver-session.ts';

/**
 * Starts the system's WebKitGTK, driven through WebDriver, and opens a page in it.
 *
 * @throws Error when there is none.
 */
export async function openWebKitTab(circumstances: Circumstances = {}): Promise<EngineTab> {
  const started = await startWebKit(circumstances);
  try {
    return await driveTab(started, circumstances);
  } catch (error) {
    await started.close();
    throw error;
  }
}

async function driveTab(
  { session, proxy, close }: StartedWebKit,
  circumstances: Circumstances,
): Promise<EngineTab> {
  const { widthPx, heightPx, camera } = { ...PHONE, ...circumstances };
  const { command, version } = session;
  const complaints: string[] = [];
  const evaluate: EngineTab['evaluate'] = async (act, ...given) => {
    const script = `
      globalThis.__name ??= (named) => named;
      const done = arguments[arguments.length - 1];
      Promise.resolve()
        .then(() => ${callOf(act, given)})
        .then((value) => ({ value }), (error) => ({ error: String(error) }))
        .then((result) => done({ ...result, heard: globalThis.heardComplaints?.splice(0) ?? [] }));`;
    const { value, error, heard } = await command<{
      value: never;
      error?: string;
      heard: string[];
    }>('POST', 'execute/async', { script, args: [] });
    complaints.push(...heard);
    if (error) throw new Error(error);
    return value;
  };
  const resize = (width: number, height: number) =>
    command('POST', 'window/rect', { x: 0, y: 0, width, height });
  await resize(widthPx, heightPx);
  const pageHeight = await evaluate(() => innerHeight);
  // The window has its buttons above the page.
  const fit = () => resize(widthPx, 2 * heightPx - pageHeight);
  await fit();
  const perform = (action: object) => command('POST', 'actions', { actions: [action] });
  return {
    version,
    requests: proxy.requests,
    get complaints() {
      return [...proxy.complaints, ...complaints];
    },
    async goto(url) {
      await command('POST', 'url', { url });
      await untilLoaded(session, url);
      await evaluate(holdReplaceable);
      await evaluate(hearComplaints);
      if (camera === 'denied') await evaluate(denyCamera);
    },
    evaluate,
    async press(selector) {
      await perform(pressPlace(await evaluate(placeInPage, selector, PLACE_LIMIT_MS)));
    },
    async type(...keys) {
      for (const chord of keys) await perform(pressKeys(chord));
    },
    async cutOff(part) {
      proxy.cutOff(part);
    },
    async hide(hidden) {
      await (hidden ? command('POST', 'window/minimize') : fit());
    },
    close,
  };
}

/** The page is asked this often whether it is there. */
const ASK_EVERY_MS = 50;

/**
 * Waits for a page and its scripts. On a busy machine the driver says too early that they are there; it seems to take the end
 * of the empty page before for theirs.
 *
 * @throws Error when the page does not come in time.
 */
async function untilLoaded({ command }: WebDriverSession, url: string): Promise<void> {
  const script = 'return document.readyState === "complete" && location.href === arguments[0]';
  const args = [new URL(url).href];
  const giveUpAtMs = performance.now() + TAB_TIMEOUT_MS;
  const isThere = () =>
    command<boolean>('POST', 'execute/sync', { script, args }).catch((error: unknown) => {
      if (performance.now() > giveUpAtMs) throw error;
      return false;
    });
  while (!(await isThere())) {
    if (performance.now() > giveUpAtMs) throw new Error(`${url} was not loaded.`);
    await new Promise((soon) => setTimeout(soon, ASK_EVERY_MS));
  }
}

/** Runs in the page: WebKit forgets what is set on such a thing of the browser as soon as no script holds it. */
function holdReplaceable(): void {
  globalThis.heldThings = [navigator.mediaDevices, navigator.permissions];
}

/** Runs in the page: the driver grants every camera that there is. */
function denyCamera(): void {
  navigator.permissions.query = async () =>
    Object.assign(new EventTarget(), { name: 'camera', onchange: null, state: 'denied' as const });
  navigator.mediaDevices.getUserMedia = async () => {
    throw new DOMException(
      'The request is not allowed by the user agent or the platform in the current context.',
      'NotAllowedError',
    );
  };
}

declare global {
  /** See {@link holdReplaceable}. */
  var heldThings: object[];
  /** What the page complained of since it was last asked. */
  var heardComplaints: string[];
}

/**
 * Runs in the page: takes notes of its warnings, errors, uncaught exceptions and broken policies. WebKitGTK's driver tells of
 * none; what is said before this runs, and in workers, is not heard.
 */
function hearComplaints(): void {
  globalThis.heardComplaints = [];
  const hear = (complaint: string): unknown => globalThis.heardComplaints.push(complaint);
  for (const level of ['warn', 'error'] as const) {
    console[level] = (...said) => hear(`console ${level}: ${said.join(' ')}`);
  }
  addEventListener('error', ({ message }) => hear(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => hear(`uncaught: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    hear(`policy: ${violatedDirective} ${blockedURI}`),
  );
}
