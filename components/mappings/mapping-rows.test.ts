import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionOf, parametersOf, rowProblem, rowsOf } from './mapping-rows';
import { parseRaw, printRaw } from './raw-text';

const request = {
  'integration.request.header.X-Tenant': 'context.domainPrefix',
  'integration.request.header.X-Version': "'v1'",
  'integration.request.path.id': 'method.request.path.id',
  'integration.request.querystring.customer': 'method.request.body.customer.id',
  'integration.request.header.X-Env': 'stageVariables.environment',
  'integration.request.header.X-Wrong': 'context.nothing',
};

describe('lines', () => {
  it('show every mapping, and give it back as it was', () => {
    const rows = rowsOf(request, 'request');
    expect(rows.map(({ place, name, kind, text }) => [place, name, kind, text])).toEqual([
      ['header', 'X-Tenant', 'context', 'domainPrefix'],
      ['header', 'X-Version', 'constant', 'v1'],
      ['path', 'id', 'path', 'id'],
      ['query', 'customer', 'body', '.customer.id'],
      ['header', 'X-Env', 'stage-variable', 'environment'],
      ['header', 'X-Wrong', 'written', 'context.nothing'],
    ]);
    expect(parametersOf(rows, 'request')).toEqual(request);
  });

  it('write quotes and the prefix of a body field by themselves', () => {
    expect(expressionOf({ kind: 'constant', text: 'v1' })).toBe("'v1'");
    expect(expressionOf({ kind: 'body', text: '$.customer.id' })).toBe('method.request.body.customer.id');
    expect(expressionOf({ kind: 'body', text: 'customer.id' })).toBe('method.request.body.customer.id');
    expect(expressionOf({ kind: 'response-body', text: '' })).toBe('integration.response.body');
  });

  it('say why one of them is not saved', () => {
    const [first, ...others] = rowsOf(request, 'request');
    if (!first) throw new Error('no lines');
    const rows = [first, ...others, { ...first, id: 90 }, { ...first, id: 91, name: '' }];
    const problems = rows.map((row) => rowProblem(row, rows, 'request'));
    expect(problems.slice(0, -2).every((problem) => problem === null)).toBe(true);
    expect(problems.at(-2)).toContain('Line 1 sets this already');
    expect(problems.at(-1)).toContain('Enter a name');
  });
});

describe('text', () => {
  it('is read back as it was printed', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,9}$/);
    const value = fc.stringMatching(/^[A-Za-z0-9 =#.,/-]{0,12}$/).map((text) => `'${text}'`);
    fc.assert(
      fc.property(
        fc.dictionary(
          name.map((text) => `integration.request.header.${text}`),
          value,
        ),
        (parameters) => {
          expect(parseRaw(printRaw(parameters), 'request')).toEqual({ parameters: { ...parameters }, problems: [] });
        },
      ),
    );
  });

  it('says line and column of what is wrong, and loses nothing', () => {
    const text = [
      '# tenants',
      '',
      "integration.request.header.X = 'a",
      'nonsense',
      "integration.request.header.X = 'b'",
    ];
    const { parameters, problems } = parseRaw(text.join('\n'), 'request');
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 33],
      [4, 1],
      [5, 1],
    ]);
    expect(Object.keys(parameters)).toEqual([
      'integration.request.header.X',
      'nonsense',
      "integration.request.header.X = 'b'",
    ]);
  });
});
