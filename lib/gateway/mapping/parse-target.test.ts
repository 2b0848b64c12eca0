import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappingSides } from './mapping';
import { type MappingTarget, parseTarget, printTarget } from './parse-target';

describe('parseTarget', () => {
  it('reads what printTarget writes', () => {
    const target = fc.record<MappingTarget>({
      place: fc.constantFrom('header', 'query', 'path'),
      name: fc.stringMatching(/^[a-zA-Z0-9._$-]{1,20}$/),
    });
    fc.assert(
      fc.property(target, fc.constantFrom(...mappingSides), (each, side) => {
        const parsed = parseTarget(printTarget(each, side), side);
        expect(parsed.ok).toBe(side === 'request' || each.place === 'header');
        if (parsed.ok) expect(parsed.target).toEqual(each);
      }),
    );
  });

  it.each([
    ['integration.request.query.page', 'query', 'Did you mean integration.request.querystring.NAME?'],
    ['integration.request.headers.X', 'headers', 'Did you mean integration.request.header.NAME?'],
    ['integration.request.header.', 'integration.request.header.', /^A name is missing/],
    ['integration.request.header.X Y', ' ', /^" " can't be in a name/],
    ['X-Tenant', 'X-Tenant', /^What a mapping sets begins with integration\.request/],
  ])('%s', (text, part, sentence) => {
    const parsed = parseTarget(text, 'request');
    const [problem] = parsed.ok ? [] : parsed.problems;
    expect(problem && text.slice(problem.at, problem.at + problem.length)).toBe(part);
    expect(problem?.sentence).toMatch(sentence);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...mappingSides), (text, side) => {
        const parsed = parseTarget(text, side);
        if (parsed.ok) expect(printTarget(parsed.target, side)).toBe(text);
        else expect(parsed.problems).not.toEqual([]);
      }),
    );
  });
});
