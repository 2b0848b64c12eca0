import type { DnsRecord, DnsServer } from '@/lib/dns/authority/model';
import type { Asked, AskedFrom, Facts, HandshakeFacts, Home, WantedRecord } from '@/lib/doctor/facts';

const at = '2026-03-01T10:00:00.000Z';
export const target = 'd-abc123.execute-api.us-east-1.amazonaws.com';
export const gatewayAddress = '198.51.100.7';
const ns1: DnsServer = { name: 'ns1.customer-dns.example', address: '192.0.2.1', port: 53 };
export const ns2: DnsServer = { name: 'ns2.customer-dns.example', address: '192.0.2.2', port: 53 };
export const resolver: DnsServer = { name: null, address: '9.9.9.9', port: 53 };

export const validation: WantedRecord = {
  purpose: 'validation',
  type: 'CNAME',
  name: '_x1.shop.customer.test',
  value: '_y1.jkddzztszm.acm-validations.aws',
  actor: 'tenant',
};
export const routing: WantedRecord = {
  purpose: 'routing',
  type: 'CNAME',
  name: 'shop.customer.test',
  value: target,
  actor: 'tenant',
};

/** `shop.customer.test 300 CNAME d-1.example` as a record. */
function record(line: string): DnsRecord {
  const [name = '', ttl = '', type = '', ...value] = line.split(' ');
  return { name, ttl: Number(ttl), type, value: value.join(' ') };
}

interface Said {
  from?: AskedFrom;
  server?: DnsServer;
  outcome?: Asked['outcome'];
  authority?: string[];
  authoritative?: boolean;
}

/** One answer to `CNAME shop.customer.test`: lines of records, or none (NXDOMAIN unless told otherwise). */
export function said(question: string, lines: string[], more: Said = {}): Asked {
  const [type = '', name = ''] = question.split(' ');
  const from = more.from ?? 'authority';
  return {
    from,
    server: more.server ?? (from === 'authority' || from === 'parent' ? ns1 : resolver),
    at,
    question: { name, type },
    outcome: more.outcome ?? (lines.length > 0 ? 'ok' : 'NXDOMAIN'),
    authoritative: more.authoritative ?? from === 'authority',
    records: lines.map(record),
    authority: (more.authority ?? []).map(record),
  };
}

/** Said by the zone's own server and by the resolver. */
export function everywhere(question: string, lines: string[], more: Said = {}): Asked[] {
  return [said(question, lines, more), said(question, lines, { ...more, from: 'resolver', server: resolver })];
}

export const home: Home = {
  source: 'database',
  note: null,
  tenant: { slug: 'customer', name: 'Customer' },
  headline: 'Waiting for tenant',
  kind: 'customer',
  phase: 'cut-over',
  zoneId: null,
  zones: [],
  records: [],
  wanted: [validation, routing],
  validationNeeded: true,
  target,
  gatewayDomain: { name: 'shop.customer.test', status: 'AVAILABLE', statusMessage: null },
  certificate: {
    arn: 'arn:1',
    names: ['shop.customer.test'],
    status: 'ISSUED',
    failureReason: null,
    notAfter: '2026-09-01T00:00:00.000Z',
  },
  mappings: [{ basePath: '', restApiId: 'api1', stage: 'prod', deployed: true }],
  otherTargets: [{ name: 'other.test', target: 'd-other.execute-api.us-east-1.amazonaws.com' }],
};

export function handshake(more: Partial<HandshakeFacts> = {}): HandshakeFacts {
  return {
    at,
    source: `shop.customer.test (${gatewayAddress}:443)`,
    address: gatewayAddress,
    answered: true,
    ok: true,
    sentence: 'The certificate is valid for shop.customer.test.',
    certificate: {
      subject: 'shop.customer.test',
      issuer: 'Amazon',
      names: ['shop.customer.test'],
      validFrom: at,
      validTo: at,
    },
    https: { status: 200, gateway: true, ok: true, server: null, sentence: 'The gateway answered with 200.', body: '' },
    ...more,
  };
}

/** Answers of a domain at which everything is right; a question in `instead` replaces the answers to the same one. */
export function goodAnswers(instead: Asked[] = []): Asked[] {
  const good = [
    said('SOA customer.test', ['customer.test 3600 SOA ns1.customer-dns.example. h. 1 2 3 4 5']),
    ...everywhere('CNAME _x1.shop.customer.test', [`_x1.shop.customer.test 300 CNAME ${validation.value}`]),
    said('A _x1.shop.customer.test', [`_x1.shop.customer.test 300 CNAME ${validation.value}`], { outcome: 'NODATA' }),
    ...everywhere('CNAME shop.customer.test', [`shop.customer.test 300 CNAME ${target}`]),
    ...everywhere('A shop.customer.test', [
      `shop.customer.test 300 CNAME ${target}`,
      `${target} 60 A ${gatewayAddress}`,
    ]),
    ...['AAAA', 'MX', 'TXT'].map((type) => said(`${type} shop.customer.test`, [], { outcome: 'NODATA' })),
    said(`A ${target}`, [`${target} 60 A ${gatewayAddress}`], { from: 'resolver' }),
    ...['shop.customer.test', 'customer.test', 'test'].map((name) =>
      said(`CAA ${name}`, [], { from: 'resolver', outcome: 'NODATA' }),
    ),
    said('CNAME r1.customer.test', []),
    said('A r1.customer.test', []),
    said('CNAME r1.shop.customer.test', []),
  ];
  const replaced = new Set(instead.map((one) => `${one.from} ${one.question.type} ${one.question.name}`));
  return [...good.filter((one) => !replaced.has(`${one.from} ${one.question.type} ${one.question.name}`)), ...instead];
}

/** Facts of a domain at which everything is right, but for what is told. */
export function recorded(
  more: Partial<Omit<Facts, 'home' | 'answers'>> & { home?: Partial<Home>; answers?: Asked[] } = {},
): Facts {
  return {
    hostname: 'shop.customer.test',
    typed: 'shop.customer.test',
    hostnameFault: null,
    unicode: 'shop.customer.test',
    at,
    provider: null,
    delegation: {
      zone: 'customer.test',
      atParent: ['ns1.customer-dns.example', 'ns2.customer-dns.example'],
      atZone: ['ns1.customer-dns.example', 'ns2.customer-dns.example'],
      servers: [ns1, ns2],
    },
    wildcardProbes: [
      { name: 'r1.shop.customer.test', wildcard: '*.shop.customer.test' },
      { name: 'r1.customer.test', wildcard: '*.customer.test' },
    ],
    caaNames: ['shop.customer.test', 'customer.test', 'test'],
    handshakeBefore: handshake({ https: null }),
    handshakePublic: handshake(),
    ...more,
    home: { ...home, ...more.home },
    answers: goodAnswers(more.answers),
  };
}
