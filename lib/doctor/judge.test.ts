import { describe, expect, it } from 'vitest';
import { judge } from '@/lib/doctor/judge';
import type { CheckName } from '@/lib/doctor/model';
import {
  everywhere,
  gatewayAddress,
  handshake,
  ns2,
  recorded,
  routing,
  said,
  target,
  validation,
} from './testing/recorded';

type Change = Parameters<typeof recorded>[0];
type Row = [what: string, check: CheckName, code: string, state: string, change: Change, says?: RegExp];

const vName = validation.name;
const vMissing = everywhere(`CNAME ${vName}`, []);
const vIs = (value: string) => everywhere(`CNAME ${vName}`, [`${vName} 300 CNAME ${value}`]);
const rIs = (value: string) => [
  ...everywhere('CNAME shop.customer.test', [`shop.customer.test 300 CNAME ${value}`]),
  ...everywhere('A shop.customer.test', [`shop.customer.test 300 CNAME ${value}`, `${value} 60 A 203.0.113.9`]),
];
const rAddress = (address: string) => [
  ...everywhere('CNAME shop.customer.test', [], { outcome: 'NODATA' }),
  ...everywhere('A shop.customer.test', [`shop.customer.test 300 A ${address}`]),
];
const caa = (name: string, value: string) => said(`CAA ${name}`, [`${name} 300 CAA ${value}`], { from: 'resolver' });
const apex = {
  hostname: 'customer.test',
  unicode: 'customer.test',
  caaNames: ['customer.test', 'test'],
  home: { wanted: [{ ...routing, name: 'customer.test' }] },
};
const managed = {
  zoneId: 'Z1',
  kind: 'managed' as const,
  zones: [{ id: 'Z1', name: 'customer.test', nameServers: ['ns1.customer-dns.example', 'ns2.customer-dns.example'] }],
};
const elsewhere = ['ns-9.awsdns-1.com'];
const delegation = (more: object) => ({
  zone: 'customer.test',
  atParent: ['ns1.customer-dns.example'],
  atZone: ['ns1.customer-dns.example'],
  servers: [ns2],
  ...more,
});
const soa = (outcome: 'REFUSED' | 'ok', server = ns2) =>
  said('SOA customer.test', outcome === 'ok' ? ['customer.test 3600 SOA a. b. 1 2 3 4 5'] : [], { outcome, server });

const rows: Row[] = [
  ['all is right', 'hostname', 'good', 'ok', {}],
  ['an international name', 'hostname', 'idn', 'ok', { hostname: 'xn--mnchen-3ya.de', unicode: 'münchen.de' }],
  ['a label that stands for nothing', 'hostname', 'bad-idn', 'problem', { hostname: 'xn--0.de', unicode: 'xn--0.de' }],
  [
    'no hostname',
    'hostname',
    'bad-hostname',
    'problem',
    { typed: 'a b', hostnameFault: { sentence: 'A hostname has no spaces.', part: ' ' } },
  ],

  ['all is right', 'delegation', 'delegated', 'ok', {}],
  [
    'no zone at all',
    'delegation',
    'no-zone',
    'problem',
    { delegation: null, answers: everywhere('A shop.customer.test', []) },
  ],
  ['nobody answers', 'delegation', 'not-answered', 'unknown', { delegation: null }],
  [
    'servers that refuse the zone',
    'delegation',
    'stale-delegation',
    'problem',
    { answers: [soa('REFUSED')] },
    /don't know it/,
  ],
  [
    'servers without an address',
    'delegation',
    'no-such-servers',
    'problem',
    { delegation: delegation({ servers: [] }), answers: [] },
  ],
  ['one of two refuses', 'delegation', 'lame-server', 'warning', { answers: [soa('REFUSED'), soa('ok')] }],
  [
    'our zone is not the one delegated',
    'delegation',
    'delegated-elsewhere',
    'problem',
    { home: managed, delegation: delegation({ atParent: elsewhere }) },
  ],
  [
    'another zone of ours of the same name is',
    'delegation',
    'delegated-to-twin',
    'problem',
    {
      home: { ...managed, zones: [...managed.zones, { id: 'Z2', name: 'customer.test', nameServers: elsewhere }] },
      delegation: delegation({ atParent: elsewhere }),
    },
    /Z2, not Z1/,
  ],
  [
    'a zone below ours is in charge',
    'delegation',
    'other-zone-in-charge',
    'problem',
    { home: managed, delegation: delegation({ zone: 'shop.customer.test' }) },
  ],
  [
    'one name server too many',
    'delegation',
    'delegated-partly-elsewhere',
    'warning',
    { home: managed, delegation: delegation({ atParent: ['ns1.customer-dns.example', ...elsewhere] }) },
  ],
  [
    'registrar and zone name others',
    'delegation',
    'delegation-moved',
    'warning',
    { delegation: delegation({ atParent: elsewhere }) },
  ],
  [
    'registrar names one more',
    'delegation',
    'delegation-differs',
    'warning',
    { delegation: delegation({ atParent: ['ns1.customer-dns.example', ...elsewhere] }) },
  ],

  ['all is right', 'dnssec', 'not-broken', 'ok', {}],
  [
    'SERVFAIL, but not with CD',
    'dnssec',
    'bogus',
    'problem',
    {
      answers: [
        said('A shop.customer.test', [], { from: 'resolver', outcome: 'SERVFAIL' }),
        said('A shop.customer.test', [`shop.customer.test 60 A ${gatewayAddress}`], { from: 'unchecked' }),
      ],
    },
    /signatures/,
  ],

  ['all is right', 'validation-record', 'published', 'ok', {}],
  ['nothing there', 'validation-record', 'missing', 'problem', { answers: vMissing }],
  [
    'not needed',
    'validation-record',
    'not-needed',
    'skipped',
    { home: { wanted: [routing], validationNeeded: false } },
  ],
  [
    'nobody answers',
    'validation-record',
    'not-answered',
    'unknown',
    { answers: everywhere(`CNAME ${vName}`, [], { outcome: 'TIMEOUT' }) },
  ],
  [
    'zone appended by the panel',
    'validation-record',
    'doubled-suffix',
    'problem',
    {
      answers: [
        ...vMissing,
        said(`CNAME ${vName}.customer.test`, [`${vName}.customer.test 300 CNAME ${validation.value}`]),
      ],
    },
    /panel appends customer\.test/,
  ],
  [
    'underscore missing',
    'validation-record',
    'underscore-missing',
    'problem',
    {
      answers: [
        ...vMissing,
        said('CNAME x1.shop.customer.test', [`x1.shop.customer.test 300 CNAME ${validation.value}`]),
      ],
    },
  ],
  [
    'TXT',
    'validation-record',
    'txt-instead-of-cname',
    'problem',
    { answers: [...vMissing, said(`TXT ${vName}`, [`${vName} 300 TXT "${validation.value}."`])] },
  ],
  [
    'a level too high',
    'validation-record',
    'label-dropped',
    'problem',
    { answers: [...vMissing, said('CNAME _x1.customer.test', [`_x1.customer.test 300 CNAME ${validation.value}`])] },
    /wrong level/,
  ],
  [
    'relative name twice',
    'validation-record',
    'label-doubled',
    'problem',
    {
      answers: [
        ...vMissing,
        said('CNAME _x1.shop.shop.customer.test', [`_x1.shop.shop.customer.test 300 CNAME ${validation.value}`]),
      ],
    },
  ],
  [
    'in the zone above a delegation',
    'validation-record',
    'in-zone-above',
    'problem',
    {
      delegation: delegation({ zone: 'shop.customer.test' }),
      answers: [...vMissing, said(`CNAME ${vName}`, [`${vName} 300 CNAME ${validation.value}`], { from: 'parent' })],
    },
  ],
  [
    'in another zone of ours',
    'validation-record',
    'in-other-zone',
    'problem',
    {
      home: { ...managed, records: [{ zoneId: 'Z9', name: vName, type: 'CNAME', value: validation.value }] },
      answers: vMissing,
    },
  ],
  ['quotes', 'validation-record', 'pasted-wrong', 'problem', { answers: vIs(`"${validation.value}"`) }],
  ['escaped quotes', 'validation-record', 'pasted-wrong', 'problem', { answers: vIs(`\\"${validation.value}\\"`) }],
  ['a scheme', 'validation-record', 'pasted-wrong', 'problem', { answers: vIs(`http://${validation.value}/`) }],
  [
    'zone appended to the value',
    'validation-record',
    'target-appended',
    'problem',
    { answers: vIs(`${validation.value}.customer.test`) },
    /dot at its end/,
  ],
  [
    'a letter off',
    'validation-record',
    'target-typo',
    'problem',
    { answers: vIs(validation.value.replace('jkdd', 'jkd')) },
  ],
  [
    'an earlier certificate',
    'validation-record',
    'other-validation',
    'problem',
    { answers: vIs('_zzzzzzzzzz.abcdefgh.acm-validations.aws') },
  ],
  ['something else', 'validation-record', 'wrong-target', 'problem', { answers: vIs('www.elsewhere.test') }],
  [
    'right there, not yet in a cache',
    'validation-record',
    'cached',
    'warning',
    {
      answers: [
        said(`CNAME ${vName}`, [], { from: 'resolver', authority: ['customer.test 120 SOA a. b. 1 2 3 4 120'] }),
      ],
    },
    /wait 120 s, until 10:02:00/,
  ],
  [
    'one server has it',
    'validation-record',
    'still-spreading',
    'warning',
    {
      answers: [
        said(`CNAME ${vName}`, [`${vName} 300 CNAME ${validation.value}`]),
        said(`CNAME ${vName}`, [], { server: ns2 }),
      ],
    },
  ],

  ['all is right', 'routing-record', 'published', 'ok', {}],
  [
    'flattened',
    'routing-record',
    'flattened',
    'ok',
    { answers: rAddress(gatewayAddress) },
    /can't be seen, as several share these addresses; TLS and the answer over HTTPS say that it is served/,
  ],
  [
    'flattened, and TLS does not hold',
    'routing-record',
    'flattened',
    'ok',
    { answers: rAddress(gatewayAddress), handshakePublic: handshake({ ok: false, https: null }) },
    /whether it is served, "TLS at the public name" says/,
  ],
  [
    "the gateway's addresses at a provider without ALIAS",
    'routing-record',
    'plain-addresses',
    'warning',
    { answers: rAddress(gatewayAddress), provider: { id: 'godaddy', name: 'GoDaddy' } },
    /AWS changes them without notice.*\n.*type CNAME, name shop/,
  ],
  [
    'addresses, and those of the gateway are not known',
    'routing-record',
    'target-not-answered',
    'unknown',
    {
      answers: [...rAddress(gatewayAddress), said(`A ${target}`, [], { from: 'resolver', outcome: 'TIMEOUT' })],
    },
  ],
  [
    'through a name of their own',
    'routing-record',
    'published',
    'ok',
    {
      answers: [
        said('CNAME shop.customer.test', ['shop.customer.test 300 CNAME www.customer.test']),
        said('A shop.customer.test', [
          'shop.customer.test 300 CNAME www.customer.test',
          `www.customer.test 300 CNAME ${target}`,
        ]),
        said('CNAME shop.customer.test', ['shop.customer.test 300 CNAME www.customer.test'], { from: 'resolver' }),
      ],
    },
  ],
  ['prepared only', 'routing-record', 'preparing', 'skipped', { home: { phase: 'prepare' } }],
  [
    "another domain's target",
    'routing-record',
    'other-domain-of-ours',
    'problem',
    { answers: rIs('d-other.execute-api.us-east-1.amazonaws.com') },
  ],
  [
    'a gateway of somebody else',
    'routing-record',
    'other-gateway-name',
    'problem',
    { answers: rIs('d-zzzzzzzzzz.execute-api.eu-west-1.amazonaws.com') },
  ],
  ['somewhere else', 'routing-record', 'wrong-target', 'problem', { answers: rIs('shops.hoster.test') }],

  ['all is right', 'conflicting-records', 'none', 'ok', {}],
  [
    'CNAME beside A',
    'conflicting-records',
    'cname-beside-others',
    'problem',
    { answers: [said('A shop.customer.test', ['shop.customer.test 300 A 203.0.113.1'])] },
  ],
  [
    'leftover A',
    'conflicting-records',
    'leftover-address',
    'problem',
    { answers: rAddress('203.0.113.1') },
    /203\.0\.113\.1/,
  ],
  [
    'leftover AAAA',
    'conflicting-records',
    'leftover-aaaa',
    'problem',
    {
      answers: [
        ...rAddress(gatewayAddress),
        said('AAAA shop.customer.test', ['shop.customer.test 300 AAAA 2001:db8::1']),
      ],
    },
  ],
  [
    'CNAME at the apex',
    'conflicting-records',
    'apex-cname',
    'problem',
    {
      ...apex,
      provider: { id: 'godaddy', name: 'GoDaddy' },
      answers: everywhere('CNAME customer.test', [`customer.test 300 CNAME ${target}`]),
    },
    /own name/,
  ],
  [
    'mail where the CNAME should go',
    'conflicting-records',
    'blocks-cname',
    'warning',
    {
      answers: [
        ...everywhere('CNAME shop.customer.test', [], { outcome: 'NODATA' }),
        said('A shop.customer.test', [], { outcome: 'NODATA' }),
        said('MX shop.customer.test', ['shop.customer.test 300 MX 10 mx.customer.test']),
      ],
    },
  ],

  ['all is right', 'wildcard', 'none', 'ok', {}],
  [
    'a wildcard CNAME in place of the record',
    'wildcard',
    'wildcard-shadows',
    'problem',
    {
      answers: [...vIs('parking.test'), said('CNAME r1.customer.test', ['r1.customer.test 300 CNAME parking.test'])],
    },
    /\*\.customer\.test/,
  ],
  [
    'a wildcard A in place of the record',
    'wildcard',
    'wildcard-shadows',
    'problem',
    {
      answers: [
        ...everywhere(`CNAME ${vName}`, [], { outcome: 'NODATA' }),
        said(`A ${vName}`, [`${vName} 300 A 203.0.113.5`]),
        said('A r1.customer.test', ['r1.customer.test 300 A 203.0.113.5']),
      ],
    },
  ],
  [
    'a wildcard, and the record',
    'wildcard',
    'wildcard-harmless',
    'ok',
    { answers: [said('A r1.customer.test', ['r1.customer.test 300 A 203.0.113.5'])] },
  ],

  ['all is right', 'proxied', 'none', 'ok', {}],
  ['orange cloud', 'proxied', 'proxied', 'problem', { answers: rAddress('104.16.1.1') }, /DNS only|orange/],
  [
    'orange cloud on the validation',
    'proxied',
    'validation-proxied',
    'problem',
    { answers: [said(`A ${vName}`, [`${vName} 300 A 104.16.1.1`])] },
  ],
  [
    'flattened validation',
    'proxied',
    'validation-flattened',
    'problem',
    {
      provider: { id: 'cloudflare', name: 'Cloudflare' },
      answers: everywhere(`CNAME ${vName}`, [], { outcome: 'NODATA' }),
    },
  ],
  [
    'error 1014',
    'proxied',
    'cloudflare-1014',
    'problem',
    {
      handshakePublic: handshake({
        https: {
          status: 409,
          gateway: false,
          ok: false,
          server: 'cloudflare',
          sentence: 'x',
          body: 'error code: 1014',
        },
      }),
    },
  ],

  ['no CAA', 'caa', 'none', 'ok', {}],
  ['Amazon allowed', 'caa', 'allowed', 'ok', { answers: [caa('customer.test', '0 issue "amazonaws.com"')] }],
  ['only iodef', 'caa', 'allowed', 'ok', { answers: [caa('customer.test', '0 iodef "mailto:a@b.test"')] }],
  [
    'only another CA',
    'caa',
    'caa-forbids-amazon',
    'problem',
    { answers: [caa('customer.test', '0 issue "letsencrypt.org"')] },
    /letsencrypt\.org/,
  ],
  [
    'only another CA, and the records are in a zone of ours',
    'caa',
    'caa-forbids-amazon',
    'problem',
    {
      home: {
        ...managed,
        records: [{ zoneId: 'Z1', name: 'customer.test', type: 'CAA', value: '0 issue "letsencrypt.org"' }],
      },
      answers: [caa('customer.test', '0 issue "letsencrypt.org"')],
    },
    /value 0 issue "amazon\.com"/,
  ],
  ['nobody', 'caa', 'caa-forbids-amazon', 'problem', { answers: [caa('customer.test', '0 issue ";"')] }],
  [
    'the nearer set decides',
    'caa',
    'allowed',
    'ok',
    { answers: [caa('shop.customer.test', '0 issue "amazon.com"'), caa('customer.test', '0 issue "letsencrypt.org"')] },
  ],
  [
    'a wildcard request',
    'caa',
    'caa-forbids-amazon',
    'problem',
    {
      home: {
        certificate: {
          arn: 'a',
          names: ['*.customer.test'],
          status: 'PENDING_VALIDATION',
          failureReason: null,
          notAfter: null,
        },
      },
      answers: [
        said(
          'CAA customer.test',
          ['customer.test 300 CAA 0 issue "amazon.com"', 'customer.test 300 CAA 0 issuewild ";"'],
          { from: 'resolver' },
        ),
      ],
    },
  ],
  ['critical and unknown', 'caa', 'caa-critical', 'problem', { answers: [caa('customer.test', '128 tbs "x"')] }],
  [
    'through a CNAME',
    'caa',
    'caa-through-cname',
    'problem',
    {
      answers: [
        said(
          'CAA shop.customer.test',
          ['shop.customer.test 300 CNAME x.paas.test', 'x.paas.test 300 CAA 0 issue "letsencrypt.org"'],
          { from: 'resolver' },
        ),
      ],
    },
  ],
  [
    'SERVFAIL',
    'caa',
    'caa-fails',
    'problem',
    { answers: [said('CAA customer.test', [], { from: 'resolver', outcome: 'SERVFAIL' })] },
  ],
  [
    'no answer',
    'caa',
    'not-answered',
    'unknown',
    { answers: [said('CAA customer.test', [], { from: 'resolver', outcome: 'TIMEOUT' })] },
  ],

  ['all is right', 'certificate-names', 'covered', 'ok', {}],
  [
    'another name',
    'certificate-names',
    'not-covered',
    'problem',
    { home: { certificate: { arn: 'a', names: ['x.test'], status: 'ISSUED', failureReason: null, notAfter: null } } },
  ],
  [
    'wildcard of the level above',
    'certificate-names',
    'wildcard-one-level',
    'problem',
    { home: { certificate: { arn: 'a', names: ['*.test'], status: 'ISSUED', failureReason: null, notAfter: null } } },
  ],
  [
    'failed',
    'certificate-names',
    'not-usable',
    'problem',
    {
      home: {
        certificate: {
          arn: 'a',
          names: ['shop.customer.test'],
          status: 'FAILED',
          failureReason: 'CAA_ERROR',
          notAfter: null,
        },
      },
    },
  ],
  [
    'expired',
    'certificate-names',
    'expired',
    'problem',
    {
      home: {
        certificate: {
          arn: 'a',
          names: ['shop.customer.test'],
          status: 'ISSUED',
          failureReason: null,
          notAfter: '2026-01-01T00:00:00.000Z',
        },
      },
    },
  ],

  ['all is right', 'handshake-before', 'ready', 'ok', {}],
  ['no target yet', 'handshake-before', 'no-target', 'skipped', { home: { target: null } }],
  ['not answered', 'handshake-before', 'not-answered', 'unknown', { handshakeBefore: null }],
  [
    'not served',
    'handshake-before',
    'not-served',
    'problem',
    { handshakeBefore: handshake({ ok: false, https: null }) },
  ],

  ['all is right', 'handshake-public', 'served', 'ok', {}],
  ['no address', 'handshake-public', 'no-address', 'skipped', { handshakePublic: null }],
  [
    "another server's certificate",
    'handshake-public',
    'foreign-certificate',
    'problem',
    { handshakePublic: handshake({ ok: false, address: '203.0.113.9', https: null }) },
  ],
  [
    'a bad certificate of the gateway',
    'handshake-public',
    'bad-certificate',
    'problem',
    { handshakePublic: handshake({ ok: false, https: null }) },
  ],
  [
    'a mapping is missing',
    'handshake-public',
    'no-mapping-answers',
    'problem',
    {
      handshakePublic: handshake({
        https: { status: 403, gateway: true, ok: false, server: null, sentence: 'No mapping.', body: '' },
      }),
    },
  ],
  [
    'another server',
    'handshake-public',
    'another-server',
    'problem',
    {
      handshakePublic: handshake({
        https: { status: 200, gateway: false, ok: false, server: 'nginx', sentence: 'x', body: '' },
      }),
    },
  ],

  ['all is right', 'mapping', 'mapped', 'ok', {}],
  ['none', 'mapping', 'no-mapping', 'problem', { home: { mappings: [] } }],
  [
    'stage not deployed',
    'mapping',
    'stage-not-deployed',
    'problem',
    { home: { mappings: [{ basePath: '', restApiId: 'a', stage: 'x', deployed: false }] } },
  ],
  [
    'failed domain',
    'mapping',
    'domain-failed',
    'problem',
    { home: { gatewayDomain: { name: 'x', status: 'FAILED', statusMessage: null } } },
  ],
];

describe('each check names what it finds', () => {
  it.each(rows)('%s: %s says %s', (_, check, code, state, change, says = /./) => {
    const { findings } = judge(recorded(change));
    const mine = findings.filter((finding) => finding.check === check);
    expect(mine.map((finding) => ({ code: finding.code, state: finding.state }))).toEqual([{ code, state }]);
    const [finding] = mine;
    expect(`${finding?.sentence}\n${finding?.fix ?? ''}`).toMatch(says);
  });

  it('is live when all is right, and not where the name leads elsewhere', () => {
    expect(judge(recorded()).live).toBe(true);
    expect(judge(recorded()).findings.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(judge(recorded({ answers: rIs('shops.hoster.test') })).live).toBe(false);
    expect(judge(recorded({ handshakePublic: null })).live).toBe(false);
  });
});
