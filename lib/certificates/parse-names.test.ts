import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfNames, parseNames } from './parse-names';

describe('names for a certificate', () => {
  it('come one a line or with commas, and become what ACM takes', () => {
    const names = parseNames(' Shop.Example.com.\n*.example.com, münchen.example\n');
    expect(names.map(({ ascii }) => ascii)).toEqual(['shop.example.com', '*.example.com', 'xn--mnchen-3ya.example']);
    expect(names[2]?.unicode).toBe('münchen.example');
    expect(faultOfNames(names)).toBeNull();
  });

  it.each([
    ['', 'Enter at least one name, for example shop.example.com.'],
    ['a.example.com A.example.com', 'A.example.com: a.example.com is there twice.'],
    ['a.*.example.com', 'A * is allowed only as the whole first label, as in *.example.com.'],
    ['a*.example.com', 'A * is allowed only as the whole first label, as in *.example.com.'],
    [`${'a'.repeat(60)}.example.com`, 'The name has 72 characters; a certificate of its own allows at most 64.'],
    ['ab--c.example.com', 'ab--c has hyphens in positions 3 and 4, which certificates allow only in xn-- names.'],
    ['x.amazonaws.com', 'amazonaws.com belongs to AWS, which issues no certificates for names under it.'],
    [
      Array.from({ length: 101 }, (_, n) => `n${n}.example.com`).join('\n'),
      'ACM takes at most 100 names in one certificate.',
    ],
  ])('%j', (text, fault) => {
    expect(faultOfNames(parseNames(text))).toBe(fault);
  });

  it('may be long from the second on', () => {
    expect(faultOfNames(parseNames(`shop.example.com\n${'a'.repeat(60)}.example.com`))).toBeNull();
  });

  it('say what a wildcard covers, and what it makes needless', () => {
    expect(parseNames('*.example.com').at(0)?.hint).toMatch(/not example.com itself/);
    expect(parseNames('*.example.com example.com').at(0)?.hint).toBeNull();
    expect(parseNames('*.example.com a.example.com').at(1)?.hint).toBe('*.example.com covers this name already.');
  });

  it('never fail, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { ascii, fault } of parseNames(text)) expect(fault === null).toBe(fault === null && ascii !== null);
      }),
    );
  });
});
