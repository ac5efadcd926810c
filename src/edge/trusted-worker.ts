/** The policy that pages under `require-trusted-types-for 'script'` allow: `trusted-types nodeflux-liveness lit-html`. */
const POLICY = 'nodeflux-liveness';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): URL };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * Starts a worker whose address a page of trusted types wants vouched for. `start` says `new Worker(new URL(…))` in full,
 * since that is what bundlers look for. During this call, and no longer, `Worker` gets its address from our policy, so `start`
 * must make the worker before it returns.
 * @throws TypeError where the page allows no policy of this name
 */
export function startTrustedWorker(start: () => Worker): Worker {
  const { trustedTypes, Worker: native } = globalThis as typeof globalThis & {
    trustedTypes?: TrustedTypes;
  };
  if (!trustedTypes) return start();
  try {
    return start();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
  }
  // A page may allow one policy of a name, once.
  policy ??= trustedTypes.createPolicy(POLICY, { createScriptURL: (url) => url });
  const vouching = policy;
  globalThis.Worker = class extends native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(vouching.createScriptURL(String(url)), options);
    }
  };
  try {
    return start();
  } finally {
    globalThis.Worker = native;
  }
}
