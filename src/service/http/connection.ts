/** What is known of the connection that a request came over, from the server that accepted it. */
export interface Connection {
  /** Address of the other end, for frameworks that are not Node's server. */
  readonly remoteAddress?: string | undefined;
  /** Node's own request; `@hono/node-server` hands it over. */
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

/** Address of the other end: the client's, or that of the last proxy. Undefined when the server does not tell. */
export function peerAddressOf(connection: Connection | undefined): string | undefined {
  return connection?.remoteAddress ?? connection?.incoming?.socket?.remoteAddress;
}
