/** What every message between a frame with a check and the page around it carries as `protocol`. Its number changes when an old reader would misread a message. */
export const FRAME_PROTOCOL = 'nodeflux-liveness/1';

/** What the page in the frame says. */
export type FrameMessage = { readonly protocol: typeof FRAME_PROTOCOL } & (
  | { readonly type: 'ready' }
  /** How high its page would be; while the camera is on, as high as it looks well with. */
  | { readonly type: 'height'; readonly heightPx: number; readonly isChecking: boolean }
  | { readonly type: 'success'; readonly jobId: string }
  | {
      readonly type: 'error';
      readonly code: string;
      readonly retryable: boolean;
      readonly jobId?: string;
    }
  | { readonly type: 'cancel' }
);

/** What is said, without what every message carries. */
export type FrameNews = FrameMessage extends infer Message
  ? Message extends FrameMessage
    ? Omit<Message, 'protocol'>
    : never
  : never;

/** A frame is never told to be higher, whatever is in it. */
export const MAX_FRAME_HEIGHT_PX = 4000;

/** What the page around it says: that it listens, or that the check is to end. */
export interface HostMessage {
  readonly protocol: typeof FRAME_PROTOCOL;
  readonly type: 'hello' | 'cancel';
}
