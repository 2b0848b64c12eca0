import { describe, expect, it } from 'vitest';
import type { Lookup } from '@/lib/dns/resolver';
import type { Certificate } from '@/lib/inventory/model';
import { judgeCertificate, risks } from './judge-certificate';

const now = new Date('2026-12-01T00:00:00.000Z');
const in_ = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();
const record = { name: '_x.shop.example.com', type: 'CNAME' as const, value: '_y.acm-validations.aws' };

const certificate = (more: Partial<Certificate> = {}): Certificate => ({
  arn: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
  domainName: 'shop.example.com',
  names: ['shop.example.com'],
  status: 'ISSUED',
  failureReason: null,
  type: 'AMAZON_ISSUED',
  keyAlgorithm: 'RSA_2048',
  inUseBy: ['arn:aws:elasticloadbalancing:us-east-1:392220576650:loadbalancer/net/a/b'],
  renewalEligible: true,
  renewalStatus: null,
  createdAt: in_(-30),
  issuedAt: in_(-30),
  notBefore: in_(-30),
  notAfter: in_(168),
  validations: [{ domainName: 'shop.example.com', status: 'SUCCESS', method: 'DNS', record }],
  tags: {},
  ...more,
});
const published: Lookup<string> = { outcome: 'ok', records: [record.value] };
const judge = (more: Partial<Certificate>, answer: Lookup<string> = published, zones: string[] = []) =>
  judgeCertificate({ certificate: certificate(more), answers: new Map([[record.name, answer]]), zones, now });

describe('the daily look', () => {
  it.each<[string, Partial<Certificate>, Lookup<string>, string[]]>([
    ['all is well', {}, published, []],
    ['the record is gone', {}, { outcome: 'NXDOMAIN' }, ['validation-record-missing']],
    ['the record leads elsewhere', {}, { outcome: 'ok', records: ['x.example.net'] }, ['validation-record-wrong']],
    ['the DNS could not be asked: no evidence', {}, { outcome: 'TIMEOUT' }, []],
    ['nothing uses it', { inUseBy: [] }, published, ['not-in-use']],
    ['the renewal waits', { renewalStatus: 'PENDING_VALIDATION' }, published, ['renewal-stuck']],
    ['the renewal failed', { renewalStatus: 'FAILED', renewalFailure: 'CAA_ERROR' }, published, ['renewal-stuck']],
    ['its end is near', { notAfter: in_(3) }, published, ['expires-soon']],
    ['imported', { type: 'IMPORTED', validations: [] }, published, ['imported']],
    [
      'imported and two thirds over',
      { type: 'IMPORTED', validations: [], notAfter: in_(14) },
      published,
      ['expires-soon', 'imported'],
    ],
    ['not issued yet', { status: 'PENDING_VALIDATION', notAfter: null }, { outcome: 'NXDOMAIN' }, []],
  ])('%s', (_, more, answer, codes) => {
    expect(judge(more, answer).concerns.map(({ code }) => code)).toEqual(codes);
  });

  it('presses once traffic is in danger, not before', () => {
    const gone: Lookup<string> = { outcome: 'NXDOMAIN' };
    const urgent = (more: Partial<Certificate>) => judge(more, gone).concerns.map((one) => one.urgent);
    expect(urgent({})).toEqual([false]);
    expect(urgent({ notAfter: in_(3) })).toEqual([true, true]);
    expect(urgent({ notAfter: in_(3), inUseBy: [] })).toEqual([false, false, false]);
  });

  it('says whose turn it is by the zone that the record belongs to', () => {
    expect(judge({}, { outcome: 'NXDOMAIN' }).concerns[0]).toMatchObject({ actor: 'tenant' });
    expect(judge({}, { outcome: 'NXDOMAIN' }, ['example.com']).concerns[0]).toMatchObject({ actor: 'us' });
  });

  it('puts no domain at risk for being imported or for another use that is missing', () => {
    expect(risks(judge({ type: 'IMPORTED', validations: [] }).concerns)).toEqual([]);
    expect(risks(judge({ inUseBy: [] }).concerns)).toEqual([]);
    expect(risks(judge({}, { outcome: 'NXDOMAIN' }).concerns)).toHaveLength(1);
  });
});
