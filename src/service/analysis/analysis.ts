/** What the analysis is asked: the decoded wire request. */
export interface AnalysisRequest {
  /** JPEG files, in the order sent: the neutral face first. */
  readonly images: readonly Uint8Array[];
  /** Score from which a session counts as live, 0..1. */
  readonly livenessThreshold: number;
  /** Turn the image upright by its EXIF orientation before looking. */
  readonly autoOrientation: boolean;
  /** Judge the biggest face instead of refusing several. */
  readonly mainFaceOnly: boolean;
}

/** What the analysis answers. `reasons` is for operators and the integrator's backend, never for the browser. */
export type Analysis =
  | {
      readonly status: 'success';
      readonly live: boolean;
      /** 0..1 */
      readonly liveness: number;
      readonly reasons: readonly string[];
    }
  | {
      readonly status: 'incompleted';
      readonly message: string;
      readonly reasons: readonly string[];
    };

/** Looks at the images of one submission. */
export interface Analyst {
  /**
   * Rejects with an error named `ImageRefused` when an image cannot be decoded: the job fails at once, since trying
   * again cannot help. Any other rejection is tried again.
   */
  analyse(request: AnalysisRequest): Promise<Analysis>;
  /** Ends the threads and frees the models. */
  close(): Promise<void>;
}
