import ipaddr from 'ipaddr.js';

/** Names the client of a request, for limits: an IPv4 address, or the /64 network of an IPv6 address. */
export type AddressReader = (
  peerAddress: string | undefined,
  forwardedFor: string | undefined,
) => string | undefined;

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Groups of addresses that can be named in place of a range. */
const NAMED_RANGES: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'],
};
/** One IPv6 customer owns at least this many bits, so a limit per address would limit nobody. */
const IPV6_NETWORK_BYTES = 8;
/** How `::1` is named, by its network. */
const LOOPBACK_NETWORK = '::/64';

/** Whether a text names proxies: `loopback`, `private`, an address, or a range like `10.1.0.0/16`. */
export function isProxyRange(text: string): boolean {
  return text in NAMED_RANGES || ipaddr.isValidCIDR(text) || ipaddr.isValid(text);
}

/**
 * Makes a reader that believes `X-Forwarded-For` only as far as trusted proxies wrote it: from the right, the first
 * address that is not theirs is the client. Whatever stands left of it can be forged.
 */
export function createAddressReader(trustedProxies: readonly string[]): AddressReader {
  const ranges = trustedProxies
    .flatMap((range) => NAMED_RANGES[range] ?? [range])
    .map((range) =>
      range.includes('/') ? range : `${range}/${ipaddr.parse(range).kind() === 'ipv4' ? 32 : 128}`,
    )
    .map((range) => ipaddr.parseCIDR(range));
  const isTrusted = (address: Address) =>
    ranges.some(
      ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
    );

  return (peerAddress, forwardedFor) => {
    const forwarded = (forwardedFor?.split(',') ?? []).filter((text) => text.trim() !== '');
    const path = [...forwarded, peerAddress ?? ''].map((text) => parse(text));
    let client: Address | undefined;
    for (const address of path.toReversed()) {
      // A proxy that writes no address hides its clients; the proxy itself is then all that is known.
      if (!address) break;
      client = address;
      if (!isTrusted(address)) break;
    }
    return client && nameOf(client);
  };
}

/** Whether a name that an {@link AddressReader} gave is this machine's own. */
export function isLoopback(name: string): boolean {
  return name.startsWith('127.') || name === LOOPBACK_NETWORK;
}

/** Proxies also write `203.0.113.7:54321`, `[2001:db8::1]`, `[2001:db8::1]:443`, and any of them in quotes. */
function parse(text: string): Address | undefined {
  const bare = text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const host =
    /^\[([^\]]+)\](?::\d{1,5})?$/.exec(bare)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(bare)?.[1] ?? bare;
  // The short forms of IPv4 (`1`, `0x7f.1`) are no address that a proxy writes.
  const isAddress = ipaddr.IPv6.isValid(host) || ipaddr.IPv4.isValidFourPartDecimal(host);
  return isAddress ? ipaddr.process(host) : undefined;
}

function nameOf(address: Address): string {
  if (address.kind() === 'ipv4') return address.toString();
  const network = address
    .toByteArray()
    .map((byte, index) => (index < IPV6_NETWORK_BYTES ? byte : 0));
  return `${ipaddr.fromByteArray(network).toString()}/64`;
}
