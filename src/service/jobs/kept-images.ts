/** Images of one job, encrypted, and when they go. */
export interface SealedImages {
  readonly images: readonly Uint8Array[];
  readonly deleteAtMs: number;
}

/** The images that the operator asked to keep. Written with the outcome of their job. */
export interface KeptImages {
  /** The sealed images of a job, in the order sent; none when it has none (any more). */
  list(jobId: string): Promise<readonly Uint8Array[]>;
}
