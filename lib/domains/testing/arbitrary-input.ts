import fc from 'fast-check';
import { type DecideInput, decide } from '@/lib/domains/decide';
import { type DomainStatus, headlines } from '@/lib/domains/model';
import { type Known, notAsked, type Observed } from '@/lib/domains/observed';
import {
  alias,
  certificate,
  edge,
  edgeRecords,
  foreignEdge,
  foreignRecord,
  fullZone,
  gatewayDomain,
  inputOf,
  is,
  mapping,
  notSeen,
  now,
  nowhere,
  pendingCertificate,
  proof,
  routing,
  seen,
  trouble,
  unseen,
  validationRecord,
} from '@/lib/domains/testing/decide-fixtures';

const known = <T>(...values: T[]): fc.Arbitrary<Known<T>> =>
  fc.oneof(
    fc.constantFrom(...values.map(is)),
    fc.constantFrom<Known<T>>(notAsked, unseen(), unseen({ retryable: false })),
  );

const statuses = [
  'ISSUED',
  'PENDING_VALIDATION',
  'FAILED',
  'EXPIRED',
  'REVOKED',
  'INACTIVE',
  'VALIDATION_TIMED_OUT',
] as const;

const observed: fc.Arbitrary<Observed> = fc.record({
  certificate: known(
    null,
    ...statuses.map((status) => certificate({ status })),
    pendingCertificate({ validations: [] }),
    certificate({ names: ['other.example.com'] }),
    certificate({ inUseBy: ['lb'] }),
    certificate({ notAfter: '2026-11-30T00:00:00.000Z' }),
  ),
  gatewayDomain: known(
    null,
    gatewayDomain(),
    gatewayDomain({ targetName: null }),
    gatewayDomain({ status: 'FAILED' }),
    gatewayDomain({ status: 'UPDATING' }),
    gatewayDomain({ tags: { 'gatehouse:tenant': 'acme' } }),
    gatewayDomain({ certificateArn: 'arn:other' }),
    gatewayDomain({ name: '*.example.com' }),
  ),
  mappings: known([], [mapping()], [mapping({ stage: 'test' })], [mapping(), mapping({ basePath: 'x' })]),
  zoneRecords: known(
    [],
    fullZone,
    [foreignRecord],
    [validationRecord, foreignRecord],
    [alias('A', 'd-old.execute-api.us-east-1.amazonaws.com')],
  ),
  edgeRecords: known([], edgeRecords(), edgeRecords('d-old.execute-api.us-east-1.amazonaws.com'), [foreignEdge]),
  pendingChange: known<'PENDING' | 'INSYNC'>('PENDING', 'INSYNC'),
  validation: fc.constantFrom(seen, notSeen(), notSeen('TIMEOUT'), notAsked),
  routing: known(
    routing(),
    nowhere,
    routing({ addresses: ['203.0.113.1'] }),
    routing({ addresses: [], failure: 'SERVFAIL' }),
  ),
  proof: fc
    .tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean())
    .map(([asked, resolved, tls, https]) => (asked ? is(proof({ resolved, tls, https })) : notAsked)),
  rehearsal: fc.boolean().map((ok) => (ok ? is(proof({ resolved: false })) : notAsked)),
  certificateSharedBy: known(
    { certificate: null, validation: null },
    { certificate: 'a.example.com uses it, too.', validation: 'another relies on it.' },
  ),
  usage: known([], [{ id: 'key1', name: 'one', enabled: true, tags: {} }]),
});

const fresh: fc.Arbitrary<DecideInput> = fc
  .record({
    observed,
    managed: fc.boolean(),
    dedicated: fc.boolean(),
    requested: fc.boolean(),
    shared: fc.boolean(),
    absent: fc.boolean(),
    ours: fc.boolean(),
    takeoverConfirmed: fc.boolean(),
    replacing: fc.boolean(),
    stable: fc.boolean(),
    preparing: fc.boolean(),
    tenantLeaves: fc.boolean(),
    danglingConfirmed: fc.boolean(),
    failures: fc.nat(9),
    attempt: fc.constantFrom('none', 'waiting', 'failed', 'refused'),
  })
  .map((given) => {
    const input = inputOf({
      observed: given.observed,
      failures: given.failures,
      subject: {
        edge: given.stable && !given.managed ? edge : null,
        phase: given.preparing ? 'prepare' : 'cut-over',
        certificateOurs: given.ours,
        gatewayDomainOurs: given.ours,
        takeoverConfirmed: given.takeoverConfirmed,
        tenantLeaves: given.tenantLeaves,
        danglingConfirmed: given.danglingConfirmed,
        replacesCertificateArn: given.replacing ? 'arn:other' : null,
      },
      wanted: {
        ...(given.managed ? {} : { kind: 'customer' as const, zoneId: null }),
        certificateMode: given.dedicated ? 'dedicated' : 'existing',
        ...(given.requested ? {} : { certificateArn: null }),
        ...(given.shared ? { gatewayDomainName: '*.example.com', mappings: [] } : {}),
        intent: given.absent ? 'absent' : 'present',
      },
    });
    const step = decide(input).action;
    if (step === null || given.attempt === 'none') return input;
    if (given.attempt === 'waiting') {
      return {
        ...input,
        attempt: { step, result: 'waiting' as const, actor: 'aws' as const, sentence: 'Waits.', retryAt: null },
      };
    }
    const failure = trouble({ retryable: given.attempt === 'failed' });
    return { ...input, attempt: { step, result: 'failed' as const, trouble: failure, retryAt: null } };
  });

/** Any decision's input, with or without a past that may have been any headline. */
export const arbitraryInput: fc.Arbitrary<DecideInput> = fc
  .tuple(fresh, fc.option(fc.tuple(fresh, fc.constantFrom(null, ...headlines), fc.integer({ min: -600, max: 600 }))))
  .map(([input, past]) => {
    if (past === null) return input;
    const [before, headline, minutes] = past;
    const at = new Date(now.getTime() - minutes * 60_000);
    const status = decide({ ...before, now: at, previous: null }).status;
    const previous: DomainStatus = headline === null ? status : { ...status, headline };
    return { ...input, previous };
  });
