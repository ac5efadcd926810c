/** The policy that pages under `require-trusted-types-for 'script'` allow: `trusted-types nodeflux-liveness lit-html`. */
const POLICY = 'nodeflux-liveness';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): URL };
}

/** A worker, and where its script comes from. */
export interface StartedWorker {
  readonly worker: Worker;
  readonly url: string;
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;
/** Addresses of {@link bridgeTo}, kept for as long as the page lives: a worker may be started once more. */
const bridges = new Map<string, string>();

/**
 * Starts a worker of this package: from the page's own origin or another one, and where the page of trusted types wants its
 * address vouched for. `start` says `new Worker(new URL(…))` in full, since that is what bundlers look for. During this call,
 * and no longer, `Worker` is ours, so `start` must make the worker before it returns.
 *
 * @param moved Where the script is instead, and what the worker is called.
 * @throws TypeError where the page allows no policy of this name
 */
export function startWorker(
  start: () => Worker,
  moved?: { readonly url: string; readonly name: string },
): StartedWorker {
  const { Worker: native } = globalThis;
  if (moved) return open(native, moved.url, { type: 'module', name: moved.name });
  let url = '';
  // A constructor that returns an object: `new Worker(…)` is that object.
  globalThis.Worker = function StartedHere(given: string | URL, options?: WorkerOptions) {
    const started = open(native, new URL(given, document.baseURI).href, options);
    url = started.url;
    return started.worker;
  } as unknown as typeof Worker;
  try {
    return { worker: start(), url };
  } finally {
    globalThis.Worker = native;
  }
}

/** Whether browsers refuse to start a worker of this script without a bridge. */
export function isOtherOrigin(url: string): boolean {
  const { protocol, origin } = new URL(url);
  return /^https?:$/.test(protocol) && origin !== globalThis.origin;
}

function open(native: typeof Worker, url: string, options?: WorkerOptions): StartedWorker {
  const address = isOtherOrigin(url) ? bridgeTo(url, options?.type) : url;
  return { worker: new native(vouchFor(address), options), url };
}

/** Our policy comes first: a page of trusted types reports every address that came without one. */
function vouchFor(address: string): string | URL {
  const { trustedTypes } = globalThis as typeof globalThis & { trustedTypes?: TrustedTypes };
  try {
    // A page may allow one policy of a name, once.
    policy ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: (vouched) => vouched });
  } catch {
    // Not allowed, and perhaps not needed: the browser decides.
  }
  return policy?.createScriptURL(address) ?? address;
}

/** A script of this page's own that takes in the one of another origin, which browsers allow where that one sends CORS. */
function bridgeTo(url: string, type: WorkerType = 'classic'): string {
  // Some bundlers make classic workers of module workers.
  const quoted = JSON.stringify(url);
  const script = type === 'module' ? `import ${quoted};` : `importScripts(${quoted});`;
  const known = bridges.get(script);
  if (known) return known;
  const bridge = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  bridges.set(script, bridge);
  return bridge;
}
