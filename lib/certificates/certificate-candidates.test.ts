import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateCandidates, nameCovers } from '@/lib/certificates/certificate-candidates';
import type { Certificate, GatewayDomain } from '@/lib/inventory/model';

const now = new Date('2026-11-20T00:00:00Z');

function certificate(over: Partial<Certificate>): Certificate {
  return {
    arn: `arn:${over.domainName ?? 'x'}`,
    domainName: 'shop.example.com',
    names: ['shop.example.com'],
    status: 'ISSUED',
    failureReason: null,
    type: 'AMAZON_ISSUED',
    keyAlgorithm: 'RSA_2048',
    inUseBy: [],
    renewalEligible: true,
    renewalStatus: null,
    createdAt: '2026-10-01T00:00:00Z',
    issuedAt: '2026-10-01T00:00:00Z',
    notBefore: '2026-10-01T00:00:00Z',
    notAfter: '2027-04-17T00:00:00Z',
    validations: [],
    tags: {},
    ...over,
  };
}

const wildcardDomain: GatewayDomain = {
  name: '*.example.com',
  status: 'AVAILABLE',
  statusMessage: null,
  certificateArn: 'arn:*.example.com',
  endpointType: 'REGIONAL',
  targetName: 'd-1234567890.execute-api.us-east-1.amazonaws.com',
  targetZoneId: 'Z1UJRXOUMOOFQ8',
  securityPolicy: 'TLS_1_2',
  tags: {},
};
const wildcard = certificate({ domainName: '*.example.com', names: ['*.example.com'] });

function candidates(
  hostname: string,
  certificates: Certificate[],
  rest: Partial<Parameters<typeof certificateCandidates>[0]> = {},
) {
  return certificateCandidates({ hostname, certificates, gatewayDomains: [], mappings: [], now, ...rest });
}

describe('certificate candidates', () => {
  it.each([
    [certificate({}), 'Issued for exactly this name.', true],
    [wildcard, 'Issued, and *.example.com covers this name.', true],
    [certificate({ names: ['example.com'] }), 'Does not cover this name, only example.com.', false],
    [
      certificate({ names: ['*.shop.example.com'] }),
      'Does not cover this name: *.shop.example.com covers the names below shop.example.com, not shop.example.com itself.',
      false,
    ],
    [
      certificate({ names: ['*.com'] }),
      'Does not cover this name: *.com covers one level only, so a.com but not a.b.com.',
      false,
    ],
    [
      certificate({ status: 'FAILED', failureReason: 'CAA_ERROR' }),
      'Not issued: a CAA record of the domain forbids Amazon to issue (CAA_ERROR). Whoever runs the DNS of the domain adds a CAA record that allows amazon.com; then request a new certificate.',
      false,
    ],
    [
      certificate({
        status: 'PENDING_VALIDATION',
        validations: [{ domainName: 'shop.example.com', status: 'PENDING_VALIDATION', method: 'DNS', record: null }],
      }),
      'Not issued yet: ACM waits for the validation record of shop.example.com.',
      false,
    ],
    [certificate({ notAfter: '2026-11-01T00:00:00Z' }), 'Expired on 2026-11-01.', false],
    [certificate({ keyAlgorithm: 'RSA_1024' }), 'Its RSA key has 1024 bits, which browsers refuse.', false],
  ])('says why: %#', (one, reason, usable) => {
    expect(candidates('shop.example.com', [one])[0]).toMatchObject({ reason, usable });
  });

  it('warns about the end of validity and about imported certificates', () => {
    const [one] = candidates('shop.example.com', [certificate({ type: 'IMPORTED', notAfter: '2026-11-30T00:00:00Z' })]);
    expect(one).toMatchObject({
      usable: true,
      warnings: ['Expires in 10 days.', 'Imported: ACM does not renew it, somebody has to.'],
    });
  });

  it('puts the best first: through a wildcard domain, exact, wildcard, with warnings, unusable, not covering', () => {
    const all = [
      certificate({ arn: 'other', names: ['other.example.com'] }),
      certificate({ arn: 'expired', notAfter: '2026-01-01T00:00:00Z' }),
      certificate({ arn: 'soon', notAfter: '2026-11-25T00:00:00Z' }),
      wildcard,
      certificate({ arn: 'exact' }),
    ];
    const mappings = [{ domainName: '*.example.com', basePath: '', restApiId: 'api', stage: 'prod' }];
    const values = candidates('shop.example.com', all, { gatewayDomains: [wildcardDomain], mappings }).map(
      (one) => one.value,
    );
    expect(values).toEqual(['wildcard:*.example.com', 'exact', 'arn:*.example.com', 'soon', 'expired', 'other']);
  });

  it('does not serve through a wildcard domain without paths, of another type or with a certificate that ended', () => {
    const first = (domain: GatewayDomain, one: Certificate, paths: number) =>
      candidates('shop.example.com', [one], {
        gatewayDomains: [domain],
        mappings: paths ? [{ domainName: domain.name, basePath: '', restApiId: 'api', stage: 'prod' }] : [],
      }).find((candidate) => candidate.kind === 'wildcard-domain');
    expect(first(wildcardDomain, wildcard, 1)).toMatchObject({ usable: true });
    expect(first(wildcardDomain, wildcard, 0)?.reason).toContain('no base path mapping');
    expect(first({ ...wildcardDomain, endpointType: 'EDGE' }, wildcard, 1)?.reason).toContain('regional');
    expect(first(wildcardDomain, { ...wildcard, status: 'EXPIRED', notAfter: null }, 1)).toMatchObject({
      usable: false,
      reason: 'Expired.',
    });
  });
});

describe('coverage (properties)', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  const parent = fc.tuple(label, label).map((labels) => labels.join('.'));

  it('a wildcard covers exactly one label more than its parent', () => {
    fc.assert(
      fc.property(parent, fc.array(label, { maxLength: 4 }), (zone, labels) => {
        expect(nameCovers(`*.${zone}`, [...labels, zone].join('.'))).toBe(labels.length === 1);
      }),
    );
  });

  it('every certificate is listed once, and only what covers is usable', () => {
    const name = fc.oneof(
      parent,
      parent.map((zone) => `*.${zone}`),
    );
    const arbitrary = fc.record({
      names: fc.array(name, { minLength: 1, maxLength: 4 }),
      status: fc.constantFrom('ISSUED', 'FAILED', 'PENDING_VALIDATION', 'EXPIRED') as fc.Arbitrary<
        Certificate['status']
      >,
    });
    fc.assert(
      fc.property(parent, fc.array(arbitrary, { maxLength: 8 }), (hostname, list) => {
        const all = list.map((over, index) => certificate({ ...over, arn: `arn:${index}` }));
        const found = candidates(hostname, all);
        expect(found.map((one) => one.value).sort()).toEqual(all.map((one) => one.arn).sort());
        for (const one of found) {
          if (one.usable) expect(one.covers && one.names.some((name) => nameCovers(name, hostname))).toBe(true);
          expect(one.reason).not.toBe('');
        }
      }),
    );
  });
});
