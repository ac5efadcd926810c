/** What became of the pictures of a check. */
export interface TrackingCount {
  /** When each answer of the tracker came, on the clock of `performance.now()`. */
  readonly answeredAtMs: readonly number[];
  /** From asking to each answer. */
  readonly tookMs: readonly number[];
}

declare global {
  var trackingCount: { answeredAtMs: number[]; tookMs: number[] };
}

/** Runs in the page: takes notes of each picture that is sent to the tracker's worker from now on, and of its answer. */
export function countTracking(): void {
  globalThis.trackingCount = { answeredAtMs: [], tookMs: [] };
  const askedAtMs = new Map<string, number>();
  const heard = new WeakSet<Worker>();
  const post = Worker.prototype.postMessage as (this: Worker, ...args: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
    const message = args[0] as { id?: string; type?: string; path?: string[] } | undefined;
    // What Comlink calls a call.
    if (message?.id && message.type === 'APPLY' && message.path?.[0] === 'track') {
      askedAtMs.set(message.id, performance.now());
      if (!heard.has(this)) {
        heard.add(this);
        this.addEventListener('message', ({ data }) => {
          const sinceMs = askedAtMs.get(data?.id);
          if (sinceMs === undefined) return;
          askedAtMs.delete(data.id);
          const nowMs = performance.now();
          globalThis.trackingCount.answeredAtMs.push(nowMs);
          globalThis.trackingCount.tookMs.push(nowMs - sinceMs);
        });
      }
    }
    post.apply(this, args);
  } as typeof Worker.prototype.postMessage;
}

/** How many pictures were tracked in a second, from the first to the last; NaN of fewer than two. Pure. */
export function trackedPerSecond({ answeredAtMs }: TrackingCount): number {
  const lastMs = answeredAtMs.at(-1) ?? Number.NaN;
  return (1000 * (answeredAtMs.length - 1)) / (lastMs - (answeredAtMs[0] ?? Number.NaN));
}
