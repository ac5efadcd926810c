import { parseUrl } from '../edge/parse-url.ts';
import type { FrameEventMap } from './frame-events.ts';
import { readFrameMessage } from './frame-message.ts';
import { FRAME_PROTOCOL, type FrameMessage, type HostMessage } from './frame-protocol.ts';

/** How an iframe is connected. */
export interface FrameOptions {
  /** Origin of the service whose page is in the frame, like `https://liveness.example`. Default: that of its `src`. */
  readonly origin?: string;
  /** Whether the iframe gets the height that its page needs. Default true. */
  readonly resize?: boolean;
}

/** A connected iframe. */
export interface FrameConnection {
  /** Ends the check that runs in the frame, as the person's own Cancel does. */
  cancel(): void;
  /** Listens no longer. */
  disconnect(): void;
}

/**
 * Connects an iframe that shows a check by link: it fires {@link FrameEventMap} and is as high as its page needs. Says and
 * hears nothing but with the origin, and from this very frame.
 * @throws TypeError when neither `origin` nor `src` names an http(s) origin
 *
 * @example
 * ```ts
 * import { connectFrame } from 'nodeflux-liveness/embed';
 * declare const frame: HTMLIFrameElement;
 * const { cancel } = connectFrame(frame, { origin: 'https://liveness.example' });
 * frame.addEventListener('liveness-cancel', () => cancel());
 * ```
 */
export function connectFrame(
  frame: HTMLIFrameElement,
  { origin: given, resize = true }: FrameOptions = {},
): FrameConnection {
  const origin = originOf(given ?? frame.src);
  const say = (type: HostMessage['type'], to: string): void =>
    frame.contentWindow?.postMessage({ protocol: FRAME_PROTOCOL, type }, to);

  function hear({ data, origin: from, source }: MessageEvent): void {
    if (from !== origin || source === null || source !== frame.contentWindow) return;
    const message = readFrameMessage(data);
    if (message) act(message);
  }

  function act(message: FrameMessage): void {
    switch (message.type) {
      case 'ready':
        say('hello', origin);
        break;
      case 'height':
        fit(message);
        break;
      case 'success':
        fire('liveness-success', { jobId: message.jobId });
        break;
      case 'error': {
        const { code, jobId, retryable } = message;
        fire('liveness-error', { code, retryable, ...(jobId && { jobId }) });
        break;
      }
      case 'cancel':
        fire('liveness-cancel', null);
        break;
    }
  }

  function fit({ heightPx, isChecking }: Extract<FrameMessage, { type: 'height' }>): void {
    if (!resize) return;
    // Picture, instructions and Cancel are on one screen.
    const heightOf = isChecking ? Math.min(heightPx, innerHeight) : heightPx;
    const before = frame.style.height;
    frame.style.height = `${Math.ceil(heightOf)}px`;
    if (isChecking && frame.style.height !== before) frame.scrollIntoView({ block: 'nearest' });
  }

  function fire<Name extends keyof FrameEventMap>(
    name: Name,
    detail: FrameEventMap[Name]['detail'],
  ): void {
    frame.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  addEventListener('message', hear);
  // The page may be there already, or not yet, or another first, such as a login: it says nothing but that somebody listens.
  say('hello', '*');
  return {
    cancel: () => say('cancel', origin),
    disconnect: () => removeEventListener('message', hear),
  };
}

function originOf(url: string): string {
  const parsed = parseUrl(url);
  if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:') return parsed.origin;
  throw new TypeError('`origin` is the origin of the service, like https://liveness.example.');
}
