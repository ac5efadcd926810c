/** How `GET …/check` leads to a check by link. */
export interface CheckPageOptions {
  /** Where the page sends the person afterwards, at a `--return-origin` of the service. Not needed in an iframe. */
  readonly returnUrl?: string;
  /** Comes back to `returnUrl` as `state`: a random value that you have kept for this session. */
  readonly state?: (session: string) => string | Promise<string>;
  /** How long the person has to begin, 60 s at least. Default: the service's. */
  readonly lifetimeMs?: number;
}
