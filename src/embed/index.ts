/** `nodeflux-liveness/embed`: for a page that shows a check by link in an iframe. */
export { connectFrame, type FrameConnection, type FrameOptions } from './connect-frame.ts';
export type { FrameErrorDetail, FrameEventMap, FrameSuccessDetail } from './frame-events.ts';
export { FRAME_PROTOCOL, type FrameMessage, type HostMessage } from './frame-protocol.ts';
