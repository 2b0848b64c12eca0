import { describe, expect, it } from 'vitest';
import type { GatewayDomain, HostedZone, RecordSet } from '@/lib/inventory/model';
import { hostnameFindings, type KnownNames, zoneOf } from '@/lib/tenants/hostname-findings';
import { resolveHostname } from '@/lib/tenants/resolve-hostname';

const zone = (id: string, name: string, isPrivate = false): HostedZone => ({
  id,
  name,
  private: isPrivate,
  recordCount: 2,
  comment: null,
});
const zones = [zone('Z1', 'example.com'), zone('Z2', 'eu.example.com'), zone('Z3', 'inside.test', true)];

function record(over: Partial<RecordSet & { zoneId: string }>): RecordSet & { zoneId: string } {
  return {
    zoneId: 'Z1',
    name: 'shop.example.com',
    type: 'A',
    ttl: 60,
    values: ['192.0.2.1'],
    alias: null,
    setIdentifier: null,
    ...over,
  };
}

function gatewayDomain(name: string, tags: Record<string, string> = {}): GatewayDomain {
  return {
    name,
    status: 'AVAILABLE',
    statusMessage: null,
    certificateArn: null,
    endpointType: 'REGIONAL',
    targetName: null,
    targetZoneId: null,
    securityPolicy: null,
    tags,
  };
}

function findings(over: Partial<KnownNames>) {
  const known: KnownNames = {
    hostname: 'shop.example.com',
    kind: 'managed',
    zone: zones[0] ?? null,
    zones,
    records: [],
    gatewayDomains: [],
    owner: null,
    limit: null,
    ...over,
  };
  return hostnameFindings(known);
}

const customer = { kind: 'customer', zone: null } as const;

describe('what speaks against a hostname', () => {
  it('nothing, when nothing does', () => {
    expect(findings({})).toEqual([]);
    expect(findings({ ...customer, hostname: 'shop.customer.test' })).toEqual([]);
  });

  it.each<[string, Partial<KnownNames>, RegExp]>([
    [
      'another tenant',
      { owner: { slug: 'customer1', name: 'Customer One' } },
      /belongs to the tenant Customer One \(customer1\)/,
    ],
    [
      'the gateway, tagged',
      { gatewayDomains: [gatewayDomain('shop.example.com', { 'gatehouse:tenant': 'abc' })] },
      /on the gateway already, of the tenant abc/,
    ],
    ['the gateway, not tagged', { gatewayDomains: [gatewayDomain('shop.example.com')] }, /without a tag/],
    ['a closer zone', { hostname: 'shop.eu.example.com' }, /closer than example\.com/],
    [
      'a delegation',
      { hostname: 'a.shop.example.com', records: [record({ type: 'NS', values: ['ns1.host.test'] })] },
      /delegated to ns1\.host\.test.*customer's own/,
    ],
    ['a zone of ours for a customer domain', customer, /lies in our zone example\.com/],
  ])('%s', (_what, over, says) => {
    const errors = findings(over).filter((finding) => finding.level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.sentence).toMatch(says);
  });

  it.each([
    [record({}), /A 192\.0\.2\.1\. The cut-over replaces it/],
    [record({ type: 'AAAA', values: [], alias: { dnsName: 'lb.aws.test', zoneId: 'Z9' } }), /AAAA lb\.aws\.test/],
  ])('warns of what a cut-over replaces in our zone: %j', (one, says) => {
    expect(findings({ records: [one] })).toMatchObject([{ level: 'warning', sentence: expect.stringMatching(says) }]);
  });

  it('does not mind other types, other names and wildcard domain names', () => {
    const records = [record({ type: 'TXT' }), record({ name: 'other.example.com' }), record({ name: '*.example.com' })];
    const found = findings({
      records,
      gatewayDomains: [gatewayDomain('*.example.com'), gatewayDomain('other.example.com')],
    });
    expect(found.map((finding) => finding.level)).toEqual(['info']);
  });

  it('takes a customer domain that our zone delegates away', () => {
    const records = [record({ type: 'NS', values: ['ns1.host.test'] })];
    expect(findings({ ...customer, records }).map((finding) => finding.level)).toEqual(['info']);
  });

  it('finds the closest public zone', () => {
    expect(zoneOf('a.eu.example.com', zones)?.id).toBe('Z2');
    expect(zoneOf('aneu.example.com', zones)?.id).toBe('Z1');
    expect(zoneOf('badexample.com', zones)).toBeNull();
    expect(zoneOf('a.inside.test', zones)).toBeNull();
  });
});

describe('resolveHostname', () => {
  const managed = { kind: 'managed', zoneId: 'Z1', label: '', hostname: '' } as const;
  const own = { kind: 'customer', zoneId: '', label: '' } as const;

  it.each([
    ['', 'example.com'],
    ['@', 'example.com'],
    ['Shop', 'shop.example.com'],
    ['a.b', 'a.b.example.com'],
    ['shop.example.com.', 'shop.example.com'],
    ['bücher', 'xn--bcher-kva.example.com'],
  ])('managed %j', (label, hostname) => {
    expect(resolveHostname({ ...managed, label }, zones)).toMatchObject({ ok: true, hostname, zone: { id: 'Z1' } });
  });

  it('gives the name as its owner writes it where that differs', () => {
    expect(resolveHostname({ ...own, hostname: 'Bücher.example' }, zones)).toMatchObject({
      hostname: 'xn--bcher-kva.example',
      unicode: 'bücher.example',
    });
    expect(resolveHostname({ ...own, hostname: 'shop.example' }, zones)).toMatchObject({ unicode: null });
  });

  it.each([
    [{ ...managed, zoneId: '' }, 'zoneId'],
    [{ ...managed, zoneId: 'Z3' }, 'zoneId'],
    [{ ...managed, label: 'a b' }, 'label'],
    [{ ...managed, label: '*' }, 'label'],
    [{ ...own, hostname: '*.customer.test' }, 'hostname'],
    [{ ...own, hostname: 'https://shop.customer.test/x' }, 'hostname'],
  ])('refuses %j at %s', (input, field) => {
    expect(resolveHostname(input, zones)).toMatchObject({ ok: false, finding: { field, level: 'error' } });
  });
});
