/** What stands in for a CNAME at the zone's own name, by the id of the DNS provider (`lib/dns/providers`). */
const advice: Record<string, (target: string) => string> = {
  route53: (target) => `In Route 53 make an A record with "Alias" switched on that leads to ${target}.`,
  cloudflare: (target) => `In Cloudflare a CNAME named @ to ${target} is flattened by itself; set it to "DNS only".`,
  namecheap: (target) => `At Namecheap add an ALIAS record with host @ and value ${target}.`,
  azure: () => 'Azure DNS aliases lead to Azure only: forward the bare domain to www, and onboard the www name.',
  godaddy: () => 'GoDaddy has no ALIAS: forward the bare domain to www, and onboard the www name.',
  google: () => 'This provider has no ALIAS: forward the bare domain to www, and onboard the www name.',
  ovh: () => 'OVHcloud has no ALIAS: forward the bare domain to www, and onboard the www name.',
  ionos: () => 'IONOS has no ALIAS: forward the bare domain to www, and onboard the www name.',
  dnsimple: (target) => `At DNSimple add an ALIAS record at the bare domain to ${target}.`,
  porkbun: (target) => `At Porkbun add an ALIAS record at the bare domain to ${target}.`,
  gandi: (target) => `At Gandi add an ALIAS record named @ to ${target}.`,
};

/** How the zone's own name can lead to the gateway. `target` null: not known yet. */
export function apexAdvice(provider: string | null, target: string | null): string {
  const value = target ?? 'the name that Gatehouse shows';
  const known = provider !== null && Object.hasOwn(advice, provider) ? advice[provider] : undefined;
  return (
    known?.(value) ??
    `Use the provider's ALIAS, ANAME or flattened record with the value ${value}; if it has none, forward the bare domain to www and onboard the www name.`
  );
}

const withoutAlias = ['azure', 'godaddy', 'google', 'ovh', 'ionos'];

/** Is this a provider that can only hold plain addresses where no CNAME is? Azure's aliases lead to Azure only. Pure. */
export function hasNoAlias(provider: string): boolean {
  return withoutAlias.includes(provider);
}
