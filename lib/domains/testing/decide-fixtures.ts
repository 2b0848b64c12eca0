import type { Lookup } from '@/lib/dns/resolver';
import { type DecideInput, decide } from '@/lib/domains/decide';
import type { DomainStatus, Proof, Trouble, WantedDomain } from '@/lib/domains/model';
import { type Known, notAsked, type Observed, type RoutingAnswer, type Subject } from '@/lib/domains/observed';
import type { Certificate, GatewayDomain, Mapping, RecordSet } from '@/lib/inventory/model';

export const now = new Date('2026-11-22T12:00:00.000Z');
const hostname = 'shop.example.com';
const target = 'd-abc.execute-api.us-east-1.amazonaws.com';
const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
const validation = { name: `_x.${hostname}`, type: 'CNAME' as const, value: '_y.acm-validations.aws' };

export const is = <T>(value: T): Known<T> => ({ known: true, value });
export const trouble = (more: Partial<Trouble> = {}): Trouble => ({
  at: now.toISOString(),
  sentence: 'AWS has an internal problem.',
  fix: '',
  actor: 'aws',
  retryable: true,
  code: 'ServiceUnavailable',
  operation: 'X',
  requestId: null,
  ...more,
});
export const unseen = (more: Partial<Trouble> = {}): Known<never> => ({ known: false, trouble: trouble(more) });

export function certificate(more: Partial<Certificate> = {}): Certificate {
  return {
    arn,
    domainName: hostname,
    names: [hostname],
    status: 'ISSUED',
    failureReason: null,
    type: 'AMAZON_ISSUED',
    keyAlgorithm: 'RSA_2048',
    inUseBy: [],
    renewalEligible: true,
    renewalStatus: null,
    createdAt: '2026-11-22T11:00:00.000Z',
    issuedAt: '2026-11-22T11:10:00.000Z',
    notBefore: '2026-11-22T00:00:00.000Z',
    notAfter: '2027-06-08T00:00:00.000Z',
    validations: [{ domainName: hostname, status: 'SUCCESS', method: 'DNS', record: validation }],
    tags: {},
    ...more,
  };
}

export const pendingCertificate = (more: Partial<Certificate> = {}) =>
  certificate({ status: 'PENDING_VALIDATION', notAfter: null, ...more });

export function gatewayDomain(more: Partial<GatewayDomain> = {}): GatewayDomain {
  return {
    name: hostname,
    status: 'AVAILABLE',
    statusMessage: null,
    certificateArn: arn,
    endpointType: 'REGIONAL',
    targetName: target,
    targetZoneId: 'ZAPI',
    securityPolicy: 'TLS_1_2',
    tags: {},
    ...more,
  };
}

export const mapping = (more: Partial<Mapping> = {}): Mapping => ({
  domainName: hostname,
  basePath: '',
  restApiId: 'api',
  stage: 'prod',
  ...more,
});

const record = (more: Partial<RecordSet>): RecordSet => ({
  name: hostname,
  type: 'A',
  ttl: null,
  values: [],
  alias: null,
  setIdentifier: null,
  ...more,
});
export const alias = (type: 'A' | 'AAAA', dnsName = target) => record({ type, alias: { dnsName, zoneId: 'ZAPI' } });
export const foreignRecord = record({ type: 'A', ttl: 300, values: ['203.0.113.7'] });
export const validationRecord = record({ name: validation.name, type: 'CNAME', ttl: 300, values: [validation.value] });
export const fullZone = [validationRecord, alias('A'), alias('AAAA')];

/** The stable name of the tests' domain. */
export const edge = { name: 'shop.edge.ours.example', zoneId: 'ZEDGE' };
export const edgeRecords = (dnsName = target) =>
  (['A', 'AAAA'] as const).map((type) => ({ ...alias(type, dnsName), name: edge.name }));
export const foreignEdge = { ...foreignRecord, name: edge.name };

export function routing(more: Partial<RoutingAnswer['routing']> = {}): RoutingAnswer {
  const answer = { chain: [], addresses: ['198.51.100.1'], failure: null, ...more };
  const leads =
    answer.chain.includes(target) || answer.chain.includes(edge.name) || answer.addresses.includes('198.51.100.1');
  return { routing: answer, target: { name: target, addresses: ['198.51.100.1'] }, leads };
}
export const nowhere = routing({ addresses: [], failure: 'NXDOMAIN' });

export const seen: Known<{ name: string; cname: Lookup<string> }[]> = is([
  { name: validation.name, cname: { outcome: 'ok', records: [validation.value] } },
]);
export const notSeen = (outcome: 'NXDOMAIN' | 'TIMEOUT' = 'NXDOMAIN') =>
  is([{ name: validation.name, cname: { outcome } }]);

export function proof(parts: { resolved?: boolean; tls?: boolean; https?: boolean; at?: string } = {}): Proof {
  const { resolved = true, tls = true, https = true, at = now.toISOString() } = parts;
  return {
    at,
    resolved: { ok: resolved, addresses: [], sentence: resolved ? 'It leads here.' : 'It leads elsewhere.' },
    tls: {
      ok: tls,
      subject: null,
      names: [],
      validTo: null,
      sentence: tls ? 'TLS is fine.' : 'The certificate expired.',
    },
    https: {
      ok: https,
      status: 200,
      requestId: null,
      url: '',
      sentence: https ? 'The gateway answered.' : 'Somebody else answered.',
    },
  };
}

/** All is well. */
const allWell: Observed = {
  certificate: is(certificate()),
  gatewayDomain: is(gatewayDomain()),
  mappings: is([mapping()]),
  zoneRecords: is(fullZone),
  edgeRecords: notAsked,
  pendingChange: notAsked,
  validation: seen,
  routing: is(routing()),
  proof: is(proof()),
  rehearsal: notAsked,
  certificateSharedBy: is({ certificate: null, validation: null }),
  usage: notAsked,
};

const wanted: WantedDomain = {
  hostname,
  tenantSlug: 'shop',
  kind: 'managed',
  zoneId: 'ZONE',
  certificateMode: 'dedicated',
  certificateArn: arn,
  gatewayDomainName: hostname,
  mappings: [{ basePath: '', restApiId: 'api', stage: 'prod' }],
  intent: 'present',
};

export const customer: Partial<WantedDomain> = { kind: 'customer', zoneId: null };
export const absent: Partial<WantedDomain> = { intent: 'absent' };

interface Case {
  wanted?: Partial<WantedDomain>;
  subject?: Partial<Subject>;
  observed?: Partial<Observed>;
  previous?: DomainStatus | null;
  attempt?: DecideInput['attempt'];
  failures?: number;
  at?: Date;
}

/** An input in which all is well, but for what the case says. */
export function inputOf(changes: Case = {}): DecideInput {
  const all = { ...wanted, ...changes.wanted };
  return {
    subject: {
      id: 'id-1',
      wanted: all,
      zoneName: all.zoneId === null ? null : 'example.com',
      edge: null,
      phase: 'cut-over',
      certificateOurs: true,
      replacesCertificateArn: null,
      gatewayDomainOurs: true,
      takeoverConfirmed: false,
      pendingChangeId: null,
      tenantLeaves: false,
      danglingConfirmed: false,
      createdAt: now,
      ...changes.subject,
    },
    wanted: all,
    observed: { ...allWell, ...changes.observed },
    previous: changes.previous ?? null,
    attempt: changes.attempt ?? null,
    failures: changes.failures ?? 0,
    now: changes.at ?? now,
  };
}

export const decideCase = (changes: Case = {}) => decide(inputOf(changes));

/** The status of a domain that was Live an hour ago. */
export function liveBefore(): DomainStatus {
  const at = new Date(now.getTime() - 3_600_000);
  return decideCase({ at, observed: { proof: is(proof({ at: at.toISOString() })) } }).status;
}
