import { readHostMessage } from '../embed/frame-message.ts';
import { FRAME_PROTOCOL, type FrameNews } from '../embed/frame-protocol.ts';

/** The page's way to the page around it. */
export interface FramePeer {
  /** Says it as soon as somebody of an allowed origin listens. */
  tell(message: FrameNews): void;
}

/** The two windows, and who may listen. */
export interface FrameSides {
  readonly self: Window;
  readonly parent: Window;
  /** Origins that may frame the page; the same that its policy names. */
  readonly origins: readonly string[];
}

/** Says kept until somebody listens: a check has no more of them than this. */
const MOST_KEPT = 32;

/**
 * Speaks with the page around: with the window that frames this one and no other, and only once it has said hello from an
 * allowed origin. `onCancel` is told when that page ends the check.
 */
export function createFramePeer(
  { origins, parent, self }: FrameSides,
  onCancel: () => void,
): FramePeer {
  let kept: FrameNews[] = [];
  let height: FrameNews | undefined;
  let origin: string | undefined;

  function send(message: FrameNews, to: string): void {
    parent.postMessage({ protocol: FRAME_PROTOCOL, ...message }, to);
  }

  self.addEventListener('message', ({ data, origin: from, source }) => {
    if (source !== parent || !origins.includes(from)) return;
    const message = readHostMessage(data);
    if (message?.type === 'cancel' && from === origin) return onCancel();
    if (message?.type !== 'hello') return;
    origin = from;
    if (height) send(height, origin);
    for (const one of kept) send(one, origin);
    kept = [];
  });
  // To whoever frames it, for it says nothing: the policy has named who may.
  send({ type: 'ready' }, '*');

  return {
    tell(message) {
      if (message.type === 'height') height = message;
      if (origin !== undefined) send(message, origin);
      else if (message.type !== 'height') kept = [...kept, message].slice(-MOST_KEPT);
    },
  };
}
