import { describe, expect, it } from 'vitest';
import type { WantedDomain } from '@/lib/domains/model';
import { planTotals } from '@/lib/domains/plan';
import { type KnownForPlan, planOnboarding } from '@/lib/domains/plan-onboarding';

const nothing: KnownForPlan = { certificates: [], gatewayDomains: [], mappings: [], records: [] };
const managed: WantedDomain = {
  hostname: 'shop.example.com',
  tenantSlug: 'shop',
  kind: 'managed',
  zoneId: 'Z1',
  certificateMode: 'dedicated',
  certificateArn: null,
  gatewayDomainName: 'shop.example.com',
  mappings: [
    { basePath: '', restApiId: 'a1', stage: 'prod' },
    { basePath: 'v1', restApiId: 'a1', stage: 'prod' },
  ],
  intent: 'present',
};
const wildcard = {
  name: '*.example.com',
  status: 'AVAILABLE',
  statusMessage: null,
  certificateArn: 'arn:wild',
  endpointType: 'REGIONAL' as const,
  targetName: 'd-1.execute-api.us-east-1.amazonaws.com',
  targetZoneId: 'Z2',
  securityPolicy: 'TLS_1_2',
  tags: {},
};
const operations = (wanted: WantedDomain, known = nothing) =>
  planOnboarding(wanted, known).map((call) => call.operation);

describe('planOnboarding', () => {
  it('lists the calls of a managed domain with a certificate of its own, in their order', () => {
    expect(operations(managed)).toEqual([
      'RequestCertificate',
      'DescribeCertificate',
      'ChangeResourceRecordSets',
      'DescribeCertificate',
      'CreateDomainName',
      'CreateBasePathMapping',
      'CreateBasePathMapping',
      'ChangeResourceRecordSets',
      'GetChange',
      'Probe',
    ]);
    const totals = planTotals(planOnboarding(managed, nothing));
    expect(totals).toMatchObject({ awsCalls: 6, tenantSteps: 0 });
    expect(totals.seconds).toBeGreaterThan(60);
  });

  it('names what the tenant of a customer domain has to do, without guessing how long', () => {
    const calls = planOnboarding({ ...managed, kind: 'customer', zoneId: null }, nothing);
    expect(calls.filter((call) => call.who === 'tenant').map((call) => call.seconds)).toEqual([null, null]);
    expect(planTotals(calls).tenantSteps).toBe(2);
  });

  it('skips what a wildcard custom domain with a wildcard record makes unnecessary', () => {
    const wanted: WantedDomain = {
      ...managed,
      certificateMode: 'existing',
      gatewayDomainName: '*.example.com',
      mappings: [],
    };
    const alias = { dnsName: 'd-1.execute-api.us-east-1.amazonaws.com', zoneId: 'Z2' };
    const record = {
      name: '*.example.com',
      type: 'A',
      ttl: null,
      values: [],
      alias,
      setIdentifier: null,
      zoneId: 'Z1',
    };
    const known = { ...nothing, gatewayDomains: [wildcard], records: [record] };
    expect(operations(wanted, known)).toEqual(['GetDomainName', 'Probe']);
    const hidden = { ...record, name: 'shop.example.com', type: 'TXT', alias: null, values: ['"x"'] };
    expect(operations(wanted, { ...known, records: [record, hidden] })).toContain('ChangeResourceRecordSets');
  });

  it('gives every line its own words, and every call of ours its quota or none', () => {
    const calls = planOnboarding(managed, nothing);
    expect(new Set(calls.map((call) => `${call.operation} ${call.why}`)).size).toBe(calls.length);
    expect(calls.find((call) => call.operation === 'CreateDomainName')?.quota).toContain('30 s');
  });
});
