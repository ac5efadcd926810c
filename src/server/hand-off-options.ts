/** How a check is handed over to a phone. */
export interface HandOffOptions {
  /** How long the person has to begin on the phone, 60 s at least. Default 10 minutes. */
  readonly lifetimeMs?: number;
}
