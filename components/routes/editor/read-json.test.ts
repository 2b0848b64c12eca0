import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { method } from '@/lib/gateway/testing/arbitraries';
import { jsonProblemAt } from './json-problem-at';
import { readJson } from './read-json';

const textOf = (value: object) => JSON.stringify(value, null, 2);
const [sample] = fc.sample(method(), { numRuns: 1, seed: 7 });

describe('a route as JSON', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(method(), (value) => {
        expect(readJson(textOf(value))).toEqual({ ok: true, method: value });
      }),
      { numRuns: 50 },
    );
  });

  it('says where a comma or a brace is wrong', () => {
    const lines = textOf({ ...sample }).split('\n');
    const broken = [lines[0], '  "apiKeyRequired": nope,', ...lines.slice(2)].join('\n');
    const read = readJson(broken);
    expect(read).toMatchObject({
      ok: false,
      problems: [{ line: 2, column: 21, sentence: expect.stringContaining('no JSON') }],
    });
  });

  it('points at the end where the text just stops', () => {
    const read = readJson('{\n  "apiKeyRequired": true');
    expect(read).toMatchObject({ ok: false, problems: [{ line: 2 }] });
  });

  it('names a field with a value that it can not have, with its line', () => {
    const text = textOf({ ...sample, apiKeyRequired: 'yes' });
    const line = text.split('\n').findIndex((one) => one.includes('"apiKeyRequired"')) + 1;
    const read = readJson(text);
    expect(read).toMatchObject({ ok: false, problems: [{ line, column: 3 }] });
    expect(read.ok ? '' : read.problems[0]?.sentence).toMatch(/^apiKeyRequired: /);
  });

  it('refuses fields that nobody knows', () => {
    expect(readJson(textOf({ ...sample, colour: 'red' })).ok).toBe(false);
  });
});

describe('the place where a text is no JSON', () => {
  it('is none in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        expect(jsonProblemAt(JSON.stringify(value, null, indent))).toBeNull();
      }),
    );
  });

  it('is there exactly where JSON.parse refuses', () => {
    const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '1', '01', '-', 'true', 'nul', ' ', '\\');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        expect(jsonProblemAt(text) === null).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{"a": 1 "b": 2}', 8],
    ['{"a": 1,}', 8],
    ['[1, 2', 5],
    ['{"a": tru}', 6],
    ['{} x', 3],
  ])('of %s is %i', (text, at) => expect(jsonProblemAt(text)).toBe(at));
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
