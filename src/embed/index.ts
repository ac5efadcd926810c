/** `nodeflux-liveness/embed`: for a page that shows a check by link in an iframe, and for one in an app's web view. */
export { connectFrame, type FrameConnection, type FrameOptions } from './connect-frame.ts';
export type { FrameErrorDetail, FrameEventMap, FrameSuccessDetail } from './frame-events.ts';
export {
  FRAME_PROTOCOL,
  type FrameMessage,
  type FrameNews,
  type HostMessage,
} from './frame-protocol.ts';
export { nativeBridge } from './native-bridge.ts';
