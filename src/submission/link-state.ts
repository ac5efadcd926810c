/** Where a check by link is. */
export const LINK_STATES = ['open', 'visited', 'passed', 'expired', 'revoked'] as const;

/** One of {@link LINK_STATES}. */
export type LinkState = (typeof LINK_STATES)[number];
