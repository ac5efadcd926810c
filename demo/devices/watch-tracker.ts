/** Told of each picture that the element's tracker has looked at; times are those of `performance.now()`. */
export type OnPicture = (capturedAtMs: number, hasFace: boolean) => void;

/**
 * Listens beside the element at what its worker answers: its events tell what changed and not each picture. The element is
 * not touched. Before the element begins to load.
 */
export function watchTracker(onPicture: OnPicture): void {
  const { Worker: Plain } = globalThis;
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        const signals = data?.value;
        if (typeof signals?.capturedAtMs !== 'number') return;
        onPicture(signals.capturedAtMs, signals.face !== undefined);
      });
    }
  };
}
