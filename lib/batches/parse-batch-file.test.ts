import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile } from './decode-file';
import { batchColumns, type CheckedLine, columnTitles } from './model';
import { parseBatchFile } from './parse-batch-file';
import { badRowsCsv, templateCsv } from './write-csv';

const linesOf = (text: string) => {
  const parsed = parseBatchFile(text);
  if (!parsed.ok) throw new Error(parsed.sentence);
  return parsed.lines;
};

describe('reads', () => {
  it.each([
    ['commas', 'name,hostname\nAcme,acme.example.com\n'],
    ['semicolons', 'name;hostname\nAcme;acme.example.com\n'],
    ['tabs', 'name\thostname\nAcme\tacme.example.com\n'],
    ['a byte order mark', '\uFEFFname,hostname\nAcme,acme.example.com'],
    ['CRLF', 'name,hostname\r\nAcme,acme.example.com\r\n'],
    ['quotes', '"name","hostname"\n"Acme","acme.example.com"'],
    ['other names of the columns, in another order', 'Domain,Customer Name\nacme.example.com,Acme'],
    ['spaces around', ' name , hostname \n Acme , acme.example.com '],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toMatchObject([{ line: 2, input: { name: 'Acme', hostname: 'acme.example.com' } }]);
  });

  it('empty lines, and counts them', () => {
    const lines = linesOf('name;hostname\n\n;;\nAcme;a.example.com\n\nBeta;b.example.com');
    expect(lines.map(({ line, input }) => [line, input.name])).toEqual([
      [4, 'Acme'],
      [6, 'Beta'],
    ]);
  });

  it('delimiters and quotation marks within quotes', () => {
    const [only] = linesOf('name,hostname,stage\n"Acme, ""The"" Best; Ltd",acme.example.com,prod');
    expect(only?.input).toMatchObject({ name: 'Acme, "The" Best; Ltd', stage: 'prod' });
  });

  it('headings that mean nothing here, by naming them', () => {
    expect(parseBatchFile('name,hostname,colour\nA,b,red')).toMatchObject({ ok: true, ignored: ['colour'] });
  });

  it('its own template', () => {
    expect(linesOf(templateCsv({ zone: 'example.org', stage: 'dev' }))).toMatchObject([
      { input: { hostname: 'acme.example.org', certificate: 'dedicated', stage: 'dev' } },
    ]);
  });
});

describe('refuses', () => {
  it.each([
    ['nothing', ' \n ', /empty/],
    ['a workbook', 'PK\u0003\u0004\0', /no CSV/],
    ['a picture', 'x\0y', /no CSV/],
    ['a file without the columns', 'a,b\n1,2', /"name" and "hostname"/],
    ['only headings', 'name,hostname\n', /no row/],
    ['a column twice', 'name,hostname,domain\nA,b,c', /Two columns mean hostname/],
    ['an open quotation mark', 'name,hostname\n"A,b\nC,d', /quotation marks/],
    ['too many rows', `name,hostname\n${'A,b\n'.repeat(501)}`, /501 rows/],
    ['too much', `name,hostname\n${'A'.repeat(1_000_001)},b`, /1 MB/],
  ])('%s', (_, text, sentence) => {
    expect(parseBatchFile(text)).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) });
  });
});

it('reads again what it wrote of bad rows', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'B', '"', ',', ';', '\n', 'ä', ' ', '.') }).map((s) => s.trim());
  const rows = fc.array(
    fc.record(Object.fromEntries(batchColumns.map((column) => [column, cell])) as Record<'name', typeof cell>),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(rows, (inputs) => {
      const lines = inputs.map((input, index) => ({
        line: index + 2,
        slug: '',
        input: { ...(input as CheckedLine['input']), name: 'x' },
        errors: { name: 'No, "never".' },
      }));
      const again = parseBatchFile(badRowsCsv(lines));
      expect(again.ok && again.lines.map(({ input }) => input)).toEqual(lines.map(({ input }) => input));
      expect(again.ok && again.ignored).toEqual(['Reasons']);
    }),
    { numRuns: 100 },
  );
});

it('decodes what Excel writes', () => {
  const text = `${columnTitles.name}: Brötchen`;
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  for (const bytes of [new TextEncoder().encode(text), utf16, new Uint8Array(Buffer.from(text, 'latin1'))])
    expect(decodeFile(bytes)).toBe(text);
});
