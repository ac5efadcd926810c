import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { isNamedHost } from './webhook-address.ts';
import type { WebhookMessage } from './write-webhook.ts';

/** Longest that a receiver may take: it should keep what it got, answer, and work on it afterwards. */
const ANSWER_LIMIT_MS = 10_000;

/** What became of a post: undefined when it was taken, else why not, in a word that may be logged. */
export type PostFault =
  | `status-${number}`
  | 'timeout'
  | 'address-refused'
  | 'unreachable'
  | 'ended';

/** Posts messages to one address. */
export type PostWebhook = (
  message: WebhookMessage,
  signal: AbortSignal,
) => Promise<PostFault | undefined>;

/**
 * Makes what posts to an address. The name is looked up for each connection, once, and the connection goes to the very
 * address that was looked at: one that is not on the internet is refused, unless the operator has named its host.
 * Redirects are not followed, and nothing of an answer but its status is read.
 */
export function createPostWebhook(
  address: string,
  hosts: readonly string[],
  {
    lookup,
    limitMs = ANSWER_LIMIT_MS,
  }: { readonly lookup?: LookupFunction; readonly limitMs?: number } = {},
): PostWebhook {
  const url = new URL(address);
  const isTls = url.protocol === 'https:';
  const isInside = isNamedHost(url, hosts);
  // A connection for each message: a kept one would outlive what its name was looked up as.
  const options = { keepAlive: false, ...(lookup && { lookup }) };
  const filter = { allowPrivateIPAddress: isInside, allowMetaIPAddress: isInside };
  const agent = isTls
    ? new RequestFilteringHttpsAgent({ ...options, ...filter })
    : new RequestFilteringHttpAgent({ ...options, ...filter });

  return ({ body, headers }, signal) => {
    const limit = AbortSignal.timeout(limitMs);
    return new Promise((resolve) => {
      const request = (isTls ? https : http).request(url, {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.any([signal, limit]),
      });
      request.on('response', (response) => {
        const { statusCode = 0 } = response;
        resolve(statusCode >= 200 && statusCode < 300 ? undefined : `status-${statusCode}`);
        request.destroy();
      });
      request.on('error', (error) => {
        if (limit.aborted) resolve('timeout');
        else if (signal.aborted) resolve('ended');
        else resolve(isRefusedAddress(error) ? 'address-refused' : 'unreachable');
      });
      request.end(body);
    });
  };
}

/** By its words: the library's error has neither a class nor a code. */
function isRefusedAddress({ message }: Error): boolean {
  return /^DNS lookup .* is not allowed\. Because/.test(message);
}
