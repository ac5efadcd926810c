import { FRAME_PROTOCOL, type FrameNews } from './frame-protocol.ts';

/** The name under which an app takes messages, in all of its web views. */
const BRIDGE_NAME = 'NodefluxLiveness';

interface Port {
  postMessage(message: unknown): void;
}

/** What the web views of apps put into their pages. */
interface AppWindow {
  /** WKWebView: `userContentController.add(handler, name: "NodefluxLiveness")`. */
  readonly webkit?: { readonly messageHandlers?: Readonly<Record<string, Port | undefined>> };
  /** Android's web view and Flutter's JavaScript channels. */
  readonly [BRIDGE_NAME]?: Port;
  /** React Native's web view, whatever it is told. */
  readonly ReactNativeWebView?: Port;
}

/**
 * The way from a page in an app's web view to the app; undefined where no app listens. An app gets what a page around an
 * iframe gets, {@link FrameNews}: as an object in WKWebView, as JSON elsewhere. It owns the page that it shows: nothing is
 * kept from it by the check of an origin, and nothing in a message is a secret or a verdict.
 *
 * @example
 * ```ts
 * import { nativeBridge } from 'nodeflux-liveness/embed';
 * const tell = nativeBridge(window);
 * document.querySelector('nodeflux-liveness')?.addEventListener('liveness-success', ({ detail }) => {
 *   tell?.({ type: 'success', jobId: detail.jobId });
 * });
 * ```
 */
export function nativeBridge(page: object): ((message: FrameNews) => void) | undefined {
  const { [BRIDGE_NAME]: channel, ReactNativeWebView, webkit } = page as AppWindow;
  const handler = webkit?.messageHandlers?.[BRIDGE_NAME];
  const textPort = channel ?? ReactNativeWebView;
  if (!handler && typeof textPort?.postMessage !== 'function') return undefined;
  return (news) => {
    const message = { protocol: FRAME_PROTOCOL, ...news };
    if (handler) handler.postMessage(message);
    else textPort?.postMessage(JSON.stringify(message));
  };
}
