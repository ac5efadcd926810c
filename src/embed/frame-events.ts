/** A check in a frame was submitted. Nothing is proved by it: the frame's page says it, and your backend asks for the verdict. */
export interface FrameSuccessDetail {
  readonly jobId: string;
}

/** A check in a frame failed, or its link was none. */
export interface FrameErrorDetail {
  /** A code of docs/errors.md, or why the link is no good: `link-unknown`, `link-used`, `link-expired`, `link-revoked`. */
  readonly code: string;
  /** Whether the person can try again in the frame. */
  readonly retryable: boolean;
  readonly jobId?: string;
}

/** What a connected iframe fires; all bubble. They have the names that the element's own have. */
export interface FrameEventMap {
  'liveness-success': CustomEvent<FrameSuccessDetail>;
  'liveness-error': CustomEvent<FrameErrorDetail>;
  'liveness-cancel': CustomEvent<null>;
}
