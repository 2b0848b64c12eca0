import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf, scopeOf } from '../scope';
import { State } from '../state';
import { putCustomerRecord, RefusedRecord, removeCustomerRecord } from './customer-records';
import { lookUp } from './look-up';
import { resolve } from './resolve';
import { putRecord, putZone } from './test-records';
import { parentOf, type Zone } from './zone';

const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-dns-'));
const state = State.open(directory);
const target = 'd-abcdefghij.execute-api.us-east-1.amazonaws.com';

beforeAll(async () => {
  await putZone(state, 'ZMAIN', 'example.com.', ['ns-1.awsdns-01.com']);
  await putZone(state, 'ZSUB', 'dev.example.com.', ['ns-2.awsdns-02.net']);
  await putZone(state, 'ZLOST', 'lost.example.com.', ['ns-3.awsdns-03.org']);
  await putRecord(state, 'ZMAIN', {
    Name: 'www.example.com.',
    Type: 'A',
    TTL: 120,
    values: ['192.0.2.1', '192.0.2.2'],
  });
  await putRecord(state, 'ZMAIN', { Name: 'api.example.com.', Type: 'A', alias: `${target}.` });
  await putRecord(state, 'ZMAIN', {
    Name: 'gone.example.com.',
    Type: 'A',
    alias: 'd-0000000000.execute-api.us-east-1.amazonaws.com.',
  });
  await putRecord(state, 'ZMAIN', {
    Name: '\\052.apps.example.com.',
    Type: 'CNAME',
    TTL: 60,
    values: ['www.example.com.'],
  });
  await putRecord(state, 'ZMAIN', {
    Name: 'a.taken.apps.example.com.',
    Type: 'TXT',
    TTL: 60,
    values: ['"hello" "w\\"orld"'],
  });
  await putRecord(state, 'ZMAIN', { Name: 'dev.example.com.', Type: 'NS', TTL: 300, values: ['ns-2.awsdns-02.net.'] });
  await putRecord(state, 'ZMAIN', {
    Name: 'lame.example.com.',
    Type: 'NS',
    TTL: 300,
    values: ['ns1.nowhere.example.'],
  });
  await putRecord(state, 'ZMAIN', {
    Name: 'theirs.example.com.',
    Type: 'NS',
    TTL: 300,
    values: ['ns1.customer-dns.example.'],
  });
  await putRecord(state, 'ZMAIN', { Name: 'one.example.com.', Type: 'CNAME', TTL: 60, values: ['two.example.com'] });
  await putRecord(state, 'ZMAIN', { Name: 'two.example.com.', Type: 'CNAME', TTL: 60, values: ['one.example.com'] });
  await putRecord(state, 'ZSUB', { Name: 'app.dev.example.com.', Type: 'A', TTL: 60, values: ['192.0.2.9'] });
  await putRecord(state, 'ZLOST', { Name: 'app.lost.example.com.', Type: 'A', TTL: 60, values: ['192.0.2.9'] });
  await state.write((tx) =>
    tx.put('domainNames', keyOf.domainName(scopeOf('us-east-1'), 'api.example.com'), {
      domainName: 'api.example.com',
      regionalDomainName: target,
    }),
  );
  await putCustomerRecord(state, { name: 'Shop.Customer.test.', type: 'cname', ttl: 77, values: [`${target}.`] });
  await putCustomerRecord(state, { name: 'old.customer.test', type: 'CNAME', values: ['www.example.com'] });
  await putCustomerRecord(state, { name: 'in.theirs.example.com', type: 'A', values: ['192.0.2.44'] });
});

afterAll(async () => {
  await state.close();
  rmSync(directory, { recursive: true });
});

/** Reads like a line of dig. */
function ask(name: string, type: string): string {
  const { rcode, answers, authorities } = resolve(state, name, type);
  const line = answers.map((answer) => `${answer.type} ${'data' in answer ? String(answer.data) : ''}`).join(', ');
  return `${rcode} ${line}${authorities.map((soa) => ` [${soa.type} ${soa.name}]`).join('')}`.trim();
}

describe('resolve', () => {
  it.each([
    ['www.example.com', 'A', 'NOERROR A 192.0.2.1, A 192.0.2.2'],
    ['WWW.Example.COM.', 'A', 'NOERROR A 192.0.2.1, A 192.0.2.2'],
    ['www.example.com', 'AAAA', 'NOERROR  [SOA example.com]'],
    ['nope.example.com', 'A', 'NXDOMAIN  [SOA example.com]'],
    ['api.example.com', 'A', 'NOERROR A 127.0.0.1'],
    ['api.example.com', 'AAAA', 'NOERROR  [SOA example.com]'],
    ['gone.example.com', 'A', 'NOERROR  [SOA example.com]'],
    [target, 'A', 'NOERROR A 127.0.0.1'],
    [target, 'TXT', 'NOERROR  [SOA amazonaws.com]'],
    ['d-0000000000.execute-api.us-east-1.amazonaws.com', 'A', 'NXDOMAIN  [SOA amazonaws.com]'],
    ['_aa.bb.acm-validations.aws', 'A', 'NOERROR  [SOA acm-validations.aws]'],
    ['_aa.bb.acm-validations.aws', 'TXT', 'NOERROR TXT _aa'],
    ['x.apps.example.com', 'A', 'NOERROR CNAME www.example.com, A 192.0.2.1, A 192.0.2.2'],
    ['y.x.apps.example.com', 'A', 'NOERROR CNAME www.example.com, A 192.0.2.1, A 192.0.2.2'],
    ['*.apps.example.com', 'CNAME', 'NOERROR CNAME www.example.com'],
    ['apps.example.com', 'A', 'NOERROR  [SOA example.com]'],
    ['taken.apps.example.com', 'A', 'NOERROR  [SOA example.com]'],
    ['b.taken.apps.example.com', 'A', 'NXDOMAIN  [SOA example.com]'],
    ['a.taken.apps.example.com', 'TXT', 'NOERROR TXT hello,w"orld'],
    ['app.dev.example.com', 'A', 'NOERROR A 192.0.2.9'],
    ['nope.dev.example.com', 'A', 'NXDOMAIN  [SOA dev.example.com]'],
    ['app.lost.example.com', 'A', 'NXDOMAIN  [SOA example.com]'],
    ['x.lame.example.com', 'A', 'SERVFAIL'],
    ['in.theirs.example.com', 'A', 'NOERROR A 192.0.2.44'],
    ['one.example.com', 'A', 'SERVFAIL'],
    ['shop.customer.test', 'A', `NOERROR CNAME ${target}, A 127.0.0.1`],
    ['shop.customer.test', 'CNAME', `NOERROR CNAME ${target}`],
    ['old.customer.test', 'AAAA', 'NOERROR CNAME www.example.com [SOA example.com]'],
    ['nope.customer.test', 'A', 'NXDOMAIN  [SOA customer.test]'],
    ['customer.test', 'NS', 'NOERROR NS ns1.customer-dns.example, NS ns2.customer-dns.example'],
    ['com', 'A', 'NOERROR  [SOA com]'],
    ['', 'NS', 'NOERROR NS a.root-servers.net'],
    ['com', 'NS', 'NOERROR NS a.nic.com'],
    ['a.nic.com', 'A', 'NOERROR A 127.0.0.2'],
    ['ns1.customer-dns.example', 'A', 'NOERROR A 127.0.0.3'],
    ['ns2.customer-dns.example', 'AAAA', 'NOERROR  [SOA .]'],
    ['ns-300.awsdns-37.com', 'A', 'NOERROR A 127.1.1.44'],
    ['ns1.nowhere.example', 'A', 'NOERROR A 127.0.0.3'],
    ['unknown.invalid', 'A', 'NXDOMAIN  [SOA .]'],
    ['caf\u00e9..x', 'A', 'NXDOMAIN  [SOA .]'],
    ['www.example.com', 'UNKNOWN_65', 'NOERROR  [SOA example.com]'],
  ])('%s %s -> %s', (name, type, expected) => {
    expect(ask(name, type)).toBe(expected);
  });

  it('gives the time to live of the record, of the alias target, and of the negative answer', () => {
    expect(resolve(state, 'shop.customer.test', 'A').answers.map((answer) => 'ttl' in answer && answer.ttl)).toEqual([
      77, 60,
    ]);
    expect(resolve(state, 'api.example.com', 'A').answers).toEqual([
      { type: 'A', name: 'api.example.com', ttl: 60, data: '127.0.0.1' },
    ]);
    expect(resolve(state, 'nope.example.com', 'A').authorities[0]).toMatchObject({ type: 'SOA', ttl: 900 });
  });
});

describe("the customers' provider", () => {
  it.each([
    [{ name: 'shop.customer.test', type: 'A', values: ['192.0.2.1'] }, 'is a CNAME already'],
    [{ name: 'customer.test', type: 'CNAME', values: ['x.test'] }, "can't be a CNAME"],
    [{ name: 'two.customer.test', type: 'CNAME', values: ['x.test', 'y.test'] }, 'exactly one value'],
    [{ name: 'com', type: 'A', values: ['192.0.2.1'] }, 'public suffix'],
    [{ name: 'a..customer.test', type: 'A', values: ['192.0.2.1'] }, 'Not a name'],
    [{ name: 'a.customer.test', type: 'A', values: ['not an address'] }, 'not a value'],
    [{ name: 'a.customer.test', type: 'A', values: [] }, 'values'],
    [{ name: 'a.customer.test', type: 'NOPE', values: ['x'] }, 'no records of this type'],
    [null, 'expected object'],
  ])('refuses %j', async (input, reason) => {
    const put = async () => putCustomerRecord(state, input);
    await expect(put()).rejects.toThrow(RefusedRecord);
    await expect(put()).rejects.toThrow(reason);
  });

  it('replaces and removes', async () => {
    await putCustomerRecord(state, { name: 'b.customer.test', type: 'TXT', values: ['one'] });
    await putCustomerRecord(state, { name: 'b.customer.test', type: 'TXT', values: ['two'] });
    expect(ask('b.customer.test', 'TXT')).toBe('NOERROR TXT two');
    expect(await removeCustomerRecord(state, { name: 'B.customer.test', type: 'txt' })).toBe(true);
    expect(await removeCustomerRecord(state, { name: 'b.customer.test', type: 'TXT' })).toBe(false);
  });
});

describe('wildcards (RFC 4592)', () => {
  const label = fc.constantFrom('a', 'b', 'c');
  const relative = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));

  it('answer exactly for the names below them that nothing stands in the way of', () => {
    fc.assert(
      fc.property(
        fc.array(relative, { maxLength: 6 }),
        fc.array(relative, { maxLength: 3 }),
        relative,
        (plain, stars, asked) => {
          const owners = [...plain, ...stars.map((star) => `*.${star}`)].map((name) => `${name}.z`);
          const zone: Zone = {
            apex: 'z',
            soa: { type: 'SOA', ttl: 1, values: [] },
            records: (name) => (owners.includes(name) ? [{ type: 'TXT', ttl: 1, values: [name] }] : []),
            exists: (name) => owners.some((owner) => owner === name || owner.endsWith(`.${name}`)),
          };
          const query = `${asked}.z`;
          const applies = (star: string) => {
            const base = `${star}.z`;
            if (!query.endsWith(`.${base}`)) return false;
            const between: string[] = [];
            for (let name = query; name !== base; name = parentOf(name)) between.push(name);
            return between.every((name) => !zone.exists(name));
          };
          const star = stars.find(applies);
          const expected = owners.includes(query) ? query : zone.exists(query) ? null : star ? `*.${star}.z` : null;
          const finding = lookUp(zone, query, 'TXT');
          expect(finding.kind === 'records' ? finding.records[0]?.values[0] : null).toBe(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
