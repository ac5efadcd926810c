import { parseUrl } from '../../edge/parse-url.ts';

/** What the default privacy notice says of an integration. */
export interface PrivacyFacts {
  /** Who gets the pictures, as people know them. */
  readonly recipient: string;
  /** Days until the pictures are deleted, 0 for as soon as they are checked; unsaid where the page does not tell. */
  readonly retentionDays: number | undefined;
}

/** The facts as far as they are known: a recipient without a name is the host that the pictures are sent to. */
export function privacyFacts(
  recipient: string | undefined,
  retentionDays: number | undefined,
  apiUrl: string,
  pageUrl: string,
): PrivacyFacts {
  return { recipient: recipient?.trim() || hostOf(apiUrl, pageUrl), retentionDays };
}

function hostOf(apiUrl: string, pageUrl: string): string {
  return (parseUrl(apiUrl, pageUrl) ?? new URL(pageUrl)).host;
}
