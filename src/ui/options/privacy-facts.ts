/** What the default privacy notice says of an integration. */
export interface PrivacyFacts {
  /** Who gets the pictures, as people know them. */
  readonly recipient: string;
  /** Days until the pictures are deleted, 0 for as soon as they are checked; unsaid where the page does not tell. */
  readonly retentionDays: number | undefined;
}

/** Longest time that is said, in days: ten years. What is longer, or no number, is not repeated to anybody. */
const LONGEST_RETENTION_DAYS = 3650;

/**
 * The facts as far as they are known: a recipient without a name is the host that the pictures are sent to, and a time
 * that makes no sense is left unsaid rather than guessed.
 */
export function privacyFacts(
  recipient: string | undefined,
  retentionDays: number | undefined,
  apiUrl: string,
  pageUrl: string,
): PrivacyFacts {
  const isTime =
    retentionDays !== undefined &&
    Number.isInteger(retentionDays) &&
    retentionDays >= 0 &&
    retentionDays <= LONGEST_RETENTION_DAYS;
  return {
    recipient: recipient?.trim() || hostOf(apiUrl, pageUrl),
    retentionDays: isTime ? retentionDays : undefined,
  };
}

function hostOf(apiUrl: string, pageUrl: string): string {
  try {
    return new URL(apiUrl, pageUrl).host;
  } catch {
    return new URL(pageUrl).host;
  }
}

/** Reads the attribute: an empty one, which a template leaves behind, must not become a promise of 0 days. */
export const retentionDaysConverter = {
  fromAttribute: (value: string | null): number | undefined =>
    value?.trim() ? Number(value) : undefined,
};
