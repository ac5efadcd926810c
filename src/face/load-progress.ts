import type { RuntimeFallback } from './runtime-fault.ts';

/** Called as bytes arrive. `totalBytes` is 0 while a server does not say; `fallback` says why anything is loaded once more. */
export type LoadProgress = (
  loadedBytes: number,
  totalBytes: number,
  fallback?: RuntimeFallback,
) => void;
