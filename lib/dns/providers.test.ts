import { describe, expect, it } from 'vitest';
import { detectProvider, dnsProviders } from '@/lib/dns/providers';

describe('detectProvider', () => {
  it.each([
    [['ns-1234.awsdns-26.org', 'ns-5.awsdns-00.com', 'ns-1999.awsdns-55.co.uk', 'ns-700.awsdns-23.net'], 'route53'],
    [['Ada.NS.Cloudflare.com.', 'bob.ns.cloudflare.com'], 'cloudflare'],
    [['ns01.domaincontrol.com', 'ns02.domaincontrol.com'], 'godaddy'],
    [['dns1.registrar-servers.com'], 'namecheap'],
    [['ns-cloud-a1.googledomains.com'], 'google'],
    [['ns01.squarespacedns.com'], 'google'],
    [['ns1-03.azure-dns.com', 'ns2-03.azure-dns.net'], 'azure'],
    [['dns104.ovh.net', 'ns104.ovh.net'], 'ovh'],
    [['ns1045.ui-dns.de', 'ns1045.ui-dns.biz'], 'ionos'],
    [['hydrogen.ns.hetzner.com', 'helium.ns.hetzner.de'], 'hetzner'],
    [['ns-12-a.gandi.net'], 'gandi'],
    [['ns1.digitalocean.com'], 'digitalocean'],
    [['ns1.dns-parking.com'], 'hostinger'],
    [['docks14.rzone.de', 'shades08.rzone.de'], 'strato'],
    [['ns.udag.de', 'ns.udag.net'], 'united-domains'],
    [['ns1.vercel-dns.com'], 'vercel'],
    [['curitiba.ns.porkbun.com'], 'porkbun'],
    [['dns1.p03.nsone.net'], 'ns1'],
    [['ns1.own.example', 'ns01.domaincontrol.com'], 'godaddy'],
    [['ns1.own.example'], undefined],
    [['ns01.domaincontrol.com', 'ada.ns.cloudflare.com'], undefined],
    [['evil-ns.cloudflare.com.example.org', 'ns-1.awsdns-1.com.evil.example'], undefined],
    [['ns.cloudflare.com', 'domaincontrol.com'], undefined],
    [[], undefined],
  ])('%j: %s', (nameServers, id) => {
    expect(detectProvider(nameServers)?.id).toBe(id);
  });

  it('has a name for each, and no name server of two', () => {
    expect(new Set(dnsProviders.map(({ name }) => name)).size).toBe(dnsProviders.length);
  });
});
