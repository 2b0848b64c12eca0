import { normalName } from '@/lib/dns/normal-name';

export interface DnsProvider {
  /** For code: `route53`, `cloudflare`, … */
  id: DnsProviderId;
  /** For people. */
  name: string;
  /** Whether a name server is one of the provider's; any case, with or without trailing dot. */
  matches(nameServer: string): boolean;
}

/** Every provider in the order of the table: the pattern of its name servers' names is public knowledge of its own help pages. */
const table = {
  route53: ['Amazon Route 53', /^ns-\d+\.awsdns-\d+\.(com|net|org|co\.uk)$/],
  cloudflare: ['Cloudflare', /\.(ns\.cloudflare\.com|foundationdns\.(com|net|org))$/],
  godaddy: ['GoDaddy', /\.domaincontrol\.com$/],
  namecheap: ['Namecheap', /\.(registrar-servers|namecheaphosting)\.com$/],
  // Squarespace took over Google Domains and its name servers; Cloud DNS has the same ones.
  google: ['Google or Squarespace', /\.(googledomains|squarespacedns)\.com$/],
  azure: ['Azure DNS', /\.azure-dns\.(com|net|org|info)$/],
  ovh: ['OVHcloud', /\.(ovh\.(net|ca)|anycast\.me)$/],
  ionos: ['IONOS', /\.(ui-dns\.(com|de|org|biz)|1and1\.(com|de|co\.uk|es|fr))$/],
  hetzner: ['Hetzner', /\.(ns\.hetzner\.(com|de)|first-ns\.de|second-ns\.(com|de))$/],
  gandi: ['Gandi', /\.gandi\.net$/],
  digitalocean: ['DigitalOcean', /^ns\d\.digitalocean\.com$/],
  hostinger: ['Hostinger', /\.(dns-parking|hostinger)\.com$/],
  strato: ['STRATO', /\.(rzone\.de|strato\.de)$/],
  'united-domains': ['united-domains', /\.(udag\.(de|net|org)|udagdns\.(de|net))$/],
  dnsimple: ['DNSimple', /\.(dnsimple(-edge)?\.(com|net|org|io))$/],
  vercel: ['Vercel', /\.vercel-dns(-\d+)?\.com$/],
  wix: ['Wix', /\.wixdns\.net$/],
  porkbun: ['Porkbun', /\.porkbun\.com$/],
  namecom: ['Name.com', /\.name\.com$/],
  'network-solutions': ['Network Solutions', /\.worldnic\.com$/],
  bluehost: ['Bluehost', /\.bluehost\.com$/],
  infomaniak: ['Infomaniak', /\.infomaniak\.(ch|com)$/],
  inwx: ['INWX', /\.inwx\.(de|eu|net|com|ch|at|org)$/],
  linode: ['Akamai (Linode)', /\.linode\.com$/],
  akamai: ['Akamai', /\.(akam\.net|akamaiedge\.net|edgekey\.net)$/],
  // Also behind Netlify and others who resell it.
  ns1: ['NS1', /\.nsone\.net$/],
} as const satisfies Record<string, readonly [string, RegExp]>;

export type DnsProviderId = keyof typeof table;

export const dnsProviders: DnsProvider[] = (Object.keys(table) as DnsProviderId[]).map((id) => {
  const [name, pattern] = table[id];
  return { id, name, matches: (nameServer) => pattern.test(normalName(nameServer.trim())) };
});

/**
 * Who runs a zone, by its name servers; null when none is known, or when they are of different providers: instructions for one
 * of them would be wrong. Those of nobody known beside a known one's don't matter (secondaries). Pure.
 */
export function detectProvider(nameServers: string[]): { id: DnsProviderId; name: string } | null {
  const found = dnsProviders.filter((provider) => nameServers.some((server) => provider.matches(server)));
  const [only] = found;
  return only && found.length === 1 ? { id: only.id, name: only.name } : null;
}
