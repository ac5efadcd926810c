import { parseUrl } from '../edge/parse-url.ts';

/**
 * Whether the service is asked to choose the gestures, one at a time: `off` never asks; `offered` asks, and draws them in
 * the page where the service says that it does not; `required` goes on only where it does.
 */
export const PACINGS = ['off', 'offered', 'required'] as const;

/** One of {@link PACINGS}. */
export type Pacing = (typeof PACINGS)[number];

/** What a page that does not say gets with a service of its own. */
export const DEFAULT_PACING: Pacing = 'required';

/** Hosts of the vendor's cloud, which does not know this project's extension. */
const VENDOR_HOSTS = /(^|\.)(identifai\.id|nodeflux\.io)$/;

/** What the page said or, where it did not, what fits the service. */
export function pacingFor(said: Pacing | undefined, apiUrl: string, pageUrl: string): Pacing {
  if (said !== undefined) return said;
  return VENDOR_HOSTS.test(parseUrl(apiUrl, pageUrl)?.hostname ?? '') ? 'off' : DEFAULT_PACING;
}
