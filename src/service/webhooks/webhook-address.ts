import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Where webhooks go, and which hosts may be reached though they are not on the internet. */
export interface WebhookAddress {
  readonly webhookUrl?: string | undefined;
  /** Host names or addresses, as they stand in the URL. */
  readonly webhookHosts: readonly string[];
}

/** Whether the operator has named the host: it may then be inside, and without TLS. */
export function isNamedHost({ hostname }: URL, hosts: readonly string[]): boolean {
  return hosts.some((host) => host.toLowerCase() === hostname);
}

/**
 * What is wrong with where webhooks are to go, as far as that can be said before its name is looked up. Never quotes the
 * URL, which may hold a secret.
 */
export function findAddressFault({ webhookUrl, webhookHosts }: WebhookAddress): string | undefined {
  if (webhookUrl === undefined) return undefined;
  if (!/^https?:\/\//i.test(webhookUrl) || !URL.canParse(webhookUrl)) {
    return 'takes an address like https://shop.example/liveness/webhook';
  }
  const url = new URL(webhookUrl);
  if (url.username || url.password)
    return 'takes no name and password; its receiver checks the signature';
  if (isNamedHost(url, webhookHosts)) return undefined;
  if (url.protocol !== 'https:') return 'takes https://, or a host that webhookHosts names';
  const address = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) && ipaddr.parse(address).range() !== 'unicast') {
    return 'is an address inside your network; webhookHosts has to name it';
  }
  return undefined;
}
