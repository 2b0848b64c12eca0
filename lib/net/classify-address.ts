import ipaddr from 'ipaddr.js';

/** What an address is for. Only `public` ones are anybody's to connect to. */
export type AddressKind =
  | 'public'
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'metadata'
  | 'carrier-nat'
  | 'multicast'
  | 'unspecified'
  | 'tunnel'
  | 'reserved'
  | 'none';

/**
 * Where clouds answer instances' questions about themselves, credentials among them: AWS (instance, task, pod, time), Azure,
 * Alibaba, Oracle. Some are public addresses by their range.
 */
const metadata = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '169.254.169.123',
  '169.254.169.253',
  'fd00:ec2::254',
  'fd00:ec2::253',
  'fd00:ec2::123',
  'fd00:ec2::23',
  'fd20:ce::254',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
]);

const globalUnicast = ipaddr.parseCIDR('2000::/3');

const byRange: Record<string, AddressKind> = {
  unicast: 'public',
  loopback: 'loopback',
  private: 'private',
  uniqueLocal: 'private',
  deprecatedSiteLocal: 'private',
  linkLocal: 'link-local',
  carrierGradeNat: 'carrier-nat',
  multicast: 'multicast',
  broadcast: 'multicast',
  unspecified: 'unspecified',
  '6to4': 'tunnel',
  teredo: 'tunnel',
};

/**
 * What kind of address a text is, by IANA's special-purpose registries; `none` when it is no address in the usual notation
 * (four decimal numbers, or RFC 4291). An IPv4 address inside an IPv6 one (mapped `::ffff:`, translated `64:ff9b::`) counts as
 * what it leads to. Pure.
 */
export function classifyAddress(text: string): AddressKind {
  // Zones (`fe80::1%eth0`) name an interface of this machine; ipaddr.js also reads octal, hexadecimal and short forms.
  if (!/^[\da-f:.]+$/i.test(text)) return 'none';
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return classify(ipaddr.IPv4.parse(text));
  return text.includes(':') && ipaddr.IPv6.isValid(text) ? classify(ipaddr.IPv6.parse(text)) : 'none';
}

function classify(address: ipaddr.IPv4 | ipaddr.IPv6): AddressKind {
  if (metadata.has(address.toString())) return 'metadata';
  const kind = byRange[address.range()] ?? 'reserved';
  if (address instanceof ipaddr.IPv4) return kind;
  const embedded = embeddedIpv4(address);
  if (embedded) return classify(embedded);
  // Outside of it nothing is routed as unicast, whatever a list of special ranges leaves over.
  return kind === 'public' && !address.match(globalUnicast) ? 'reserved' : kind;
}

const mapped = ipaddr.parseCIDR('::ffff:0:0/96');
/** RFC 6052; DNS64 makes such answers where a network has IPv6 only. */
const translated = ipaddr.parseCIDR('64:ff9b::/96');

function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  if (!address.match(mapped) && !address.match(translated)) return null;
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}
