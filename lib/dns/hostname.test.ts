import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseHostname } from '@/lib/dns/hostname';
import { toUnicode } from '@/lib/dns/punycode';

const good: [input: string, ascii: string, unicode?: string][] = [
  ['shop.example.com', 'shop.example.com'],
  ['  Shop.EXAMPLE.com. ', 'shop.example.com'],
  ['münchen.example.de', 'xn--mnchen-3ya.example.de', 'münchen.example.de'],
  ['XN--MNCHEN-3YA.example.de', 'xn--mnchen-3ya.example.de', 'münchen.example.de'],
  ['日本語.example.jp', 'xn--wgv71a119e.example.jp', '日本語.example.jp'],
  ['faß.example.de', 'xn--fa-hia.example.de', 'faß.example.de'],
  ['a.b.c.d.example.co.uk', 'a.b.c.d.example.co.uk'],
  ['customer.test', 'customer.test'],
  ['1.example.com', '1.example.com'],
];

const bad: [input: string, says: RegExp][] = [
  ['', /Enter a hostname/],
  ['   ', /Enter a hostname/],
  ['https://shop.example.com', /Leave out https:\/\//],
  ['shop.example.com/path', /Leave out \/path/],
  ['shop.example.com?x=1', /Leave out \?x=1/],
  ['shop.example.com:443', /Leave out the port :443/],
  ['shop example.com', /no spaces.*position 5/],
  ['me@example.com', /e-mail/],
  ['10.0.0.1', /IP address/],
  ['::1', /port|IP address/],
  ['fe80::a', /IP address/],
  ['shop..example.com', /two dots in a row after shop/],
  ['.example.com', /starts with a dot/],
  ['shop', /single label/],
  ['-shop.example.com', /starts with a hyphen/],
  ['shop-.example.com', /ends with a hyphen/],
  ['sh_op.example.com', /underscore/],
  ['sh!op.example.com', /character !/],
  ['ab--cd.example.com', /positions 3 and 4/],
  [`${'a'.repeat(64)}.example.com`, /at most 63/],
  [`${'a'.repeat(60)}.example.com`, /certificate of its own allows at most 64/],
  [`${'abcdefgh.'.repeat(30)}com`, /at most 253/],
  ['*.example.com', /wildcard is not possible/],
  ['a.*.example.com', /only as the whole first label/],
  ['com', /single label/],
  ['co.uk', /public suffix/],
  ['github.io', /public suffix/],
  ['x.execute-api.eu-west-1.amazonaws.com', /belongs to AWS/],
  ['d111.cloudfront.net', /belongs to AWS/],
  ['xn--a.example.com', /not a valid international name|hyphens/],
  ['a.1', /number/],
];

describe('normaliseHostname', () => {
  it.each(good)('%s becomes %s', (input, ascii, unicode) => {
    expect(normaliseHostname(input)).toEqual({ ok: true, ascii, unicode: unicode ?? ascii });
  });

  it.each(bad)('refuses %j', (input, says) => {
    const result = normaliseHostname(input);
    expect(result).toMatchObject({ ok: false });
    if (!result.ok) expect(result.sentence).toMatch(says);
  });

  it('allows a wildcard where asked to, as the first label only', () => {
    expect(normaliseHostname('*.Example.com', { allowWildcard: true })).toMatchObject({
      ok: true,
      ascii: '*.example.com',
    });
    expect(normaliseHostname('a.*.com', { allowWildcard: true }).ok).toBe(false);
    expect(normaliseHostname('*.co.uk', { allowWildcard: true }).ok).toBe(false);
  });

  it('allows long names where the certificate is there already', () => {
    expect(normaliseHostname(`${'a'.repeat(60)}.example.com`, { commonName: false }).ok).toBe(true);
  });

  it('never throws, and what it accepts is a fixed point of AWS spelling', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.domain(),
      fc.webUrl(),
      fc.emailAddress(),
    );
    fc.assert(
      fc.property(anything, (input) => {
        const result = normaliseHostname(input);
        if (!result.ok) return result.sentence.length > 0 && !result.sentence.includes('undefined');
        expect(result.ascii).toMatch(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]*$/);
        expect(result.ascii.length).toBeLessThanOrEqual(64);
        expect(normaliseHostname(result.ascii)).toEqual(result);
        expect(domainToASCII(result.ascii)).toBe(result.ascii);
        return true;
      }),
      { numRuns: 500 },
    );
  });

  it('decodes punycode as the platform does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aäöüßéñ日本語中文русский٣عربي-9'), minLength: 1, maxLength: 20 }),
        (label) => {
          const ascii = domainToASCII(`${label}.example.com`);
          fc.pre(ascii !== '');
          expect(toUnicode(ascii)).toBe(domainToUnicode(ascii));
        },
      ),
      { numRuns: 500 },
    );
  });
});
