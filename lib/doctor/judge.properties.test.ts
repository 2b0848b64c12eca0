import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks } from '@/lib/doctor/checks/all';
import type { Asked, Facts } from '@/lib/doctor/facts';
import { judge } from '@/lib/doctor/judge';
import { checkNames } from '@/lib/doctor/model';
import { goodAnswers, handshake, home, ns2, recorded, resolver, routing, target, validation } from './testing/recorded';

const names = [
  'shop.customer.test',
  'customer.test',
  'test',
  '',
  validation.name,
  `${validation.name}.customer.test`,
  'x1.shop.customer.test',
  'r1.customer.test',
  target,
  'xn--0.customer.test',
];
const name = fc.constantFrom(...names);
const types = ['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'NS', 'SOA', 'CAA'];
const value = fc.oneof(
  name,
  fc.constantFrom(
    validation.value,
    `"${validation.value}"`,
    `${target}.customer.test`,
    '198.51.100.7',
    '104.16.1.1',
    '::',
    '0 issue "x"',
    '300 ?',
  ),
  fc.string({ maxLength: 40 }),
);
const dnsRecord = fc.record({ name, type: fc.constantFrom(...types), ttl: fc.nat({ max: 2 ** 31 }), value });
const answer: fc.Arbitrary<Asked> = fc.record({
  from: fc.constantFrom('authority', 'parent', 'resolver', 'unchecked'),
  server: fc.constantFrom(ns2, resolver, { name: null, address: '::1', port: 5353 }),
  at: fc.constantFrom('2026-03-01T10:00:00.000Z', 'nonsense'),
  question: fc.record({ name, type: fc.constantFrom(...types) }),
  outcome: fc.constantFrom('ok', 'NXDOMAIN', 'NODATA', 'SERVFAIL', 'REFUSED', 'TIMEOUT', 'ERROR'),
  authoritative: fc.boolean(),
  records: fc.array(dnsRecord, { maxLength: 4 }),
  authority: fc.array(dnsRecord, { maxLength: 2 }),
});
const shaken = fc.option(
  fc.record({ ok: fc.boolean(), answered: fc.boolean(), address: value }).map((more) => handshake(more)),
);
const servers = fc.option(fc.array(value, { maxLength: 4 }));
const delegation: fc.Arbitrary<Facts['delegation']> = fc.option(
  fc.record({ zone: name, atParent: servers, atZone: servers, servers: fc.constantFrom([], [ns2]) }),
);
const arbitraryFacts = fc
  .record({
    hostname: name,
    unicode: fc.oneof(name, fc.string({ maxLength: 20 })),
    hostnameFault: fc.option(fc.record({ sentence: fc.string({ minLength: 1 }), part: fc.constant(null) })),
    provider: fc.constantFrom(null, { id: 'cloudflare', name: 'Cloudflare' }, { id: 'toString', name: 'x' }),
    delegation,
    caaNames: fc.array(name, { maxLength: 4 }),
    handshakeBefore: shaken,
    handshakePublic: shaken,
    answers: fc.array(answer, { maxLength: 25 }),
    home: fc.record({
      source: fc.constantFrom('database', 'aws', 'nothing'),
      zoneId: fc.constantFrom(null, 'Z1'),
      phase: fc.constantFrom('prepare', 'cut-over'),
      zones: fc.constantFrom(
        [],
        [{ id: 'Z1', name: 'customer.test', nameServers: null }],
        [
          { id: 'Z1', name: 'customer.test', nameServers: ['ns1.customer-dns.example'] },
          { id: 'Z2', name: 'customer.test', nameServers: ['a'] },
        ],
      ),
      wanted: fc.constantFrom(
        [],
        [validation],
        [validation, routing],
        [{ ...routing, type: 'A' as const, actor: 'us' as const }],
      ),
      target: fc.constantFrom(null, target),
      validationNeeded: fc.boolean(),
      mappings: fc.constantFrom(null, [], home.mappings),
      certificate: fc.constantFrom(
        null,
        home.certificate,
        home.certificate && { ...home.certificate, names: ['*.test'] },
      ),
    }),
  })
  .chain((more) =>
    fc
      .boolean()
      .map((bare) => (bare ? { ...recorded(more as never), answers: more.answers } : recorded(more as never))),
  );

describe('whatever the servers answered', () => {
  it('every check says exactly one thing of how it stands, and what is wrong has a fix and somebody to make it', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        for (const check of checkNames) {
          const findings = checks[check](facts);
          expect(findings.length).toBeGreaterThan(0);
          expect(findings.every((finding) => finding.check === check)).toBe(true);
          const states = new Set(findings.map(({ state }) => state));
          if (states.has('ok') || states.has('skipped') || states.has('unknown')) expect(findings).toHaveLength(1);
          for (const finding of findings) {
            expect(finding.sentence).not.toBe('');
            expect(finding.sentence).not.toMatch(/undefined|NaN|\[object/);
            const loud = finding.state === 'problem' || finding.state === 'warning';
            expect(finding.fix !== null && finding.fix !== '').toBe(loud);
            if (finding.state === 'problem') expect(finding.actor).not.toBe('nobody');
            expect(finding.message !== null).toBe(loud && finding.actor === 'tenant');
            if (finding.fixIt !== null) expect(facts.home.source).toBe('database');
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the same facts give the same report, also after a trip through JSON', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        expect(judge(JSON.parse(JSON.stringify(facts)))).toEqual(judge(facts));
      }),
      { numRuns: 100 },
    );
  });

  it('what cannot be asked is unknown or skipped, never a problem', () => {
    const dark = recorded({ delegation: null, handshakeBefore: null, handshakePublic: null });
    const silent = {
      ...dark,
      answers: goodAnswers().map((one) => ({ ...one, outcome: 'TIMEOUT' as const, records: [], authority: [] })),
    };
    const loud = judge(silent).findings.filter(({ state }) => state === 'problem' || state === 'warning');
    expect(loud).toEqual([]);
    expect(judge({ ...silent, answers: [] }).findings.filter(({ state }) => state === 'problem')).toEqual([]);
  });
});
