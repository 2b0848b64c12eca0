import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextFields } from './context-fields';
import { kindsOfSide, type Mapping, type MappingSide, mappingSides } from './mapping';
import { parseMapping } from './parse-mapping';
import { printMapping } from './print-mapping';

const name = fc.stringMatching(/^[a-zA-Z0-9._$-]{1,20}$/);
const step = fc.oneof(
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,8}$/).map((field) => `.${field}`),
  fc.nat(20).map((index) => `[${index}]`),
  fc.constantFrom("['a b']", '["x.y"]', '[*]', '.*', '..deep', '[1:2]', '[-1]', "[?(@.a == 'x]')]", "['a','b']"),
);
const bodyPath = fc.option(fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('')));
const contextName = fc.oneof(
  fc.constantFrom(...contextFields.filter(({ where }) => where !== 'log').map((field) => field.name)),
  name.map((each) => `authorizer.${each}`),
);

function mappings(side: MappingSide): fc.Arbitrary<Mapping> {
  return fc.constantFrom(...kindsOfSide[side]).chain((kind): fc.Arbitrary<Mapping> => {
    switch (kind) {
      case 'constant':
        return fc.string({ unit: 'grapheme' }).map((text) => ({ kind, value: text.replaceAll("'", '') }));
      case 'context':
        return contextName.map((each) => ({ kind, name: each }));
      case 'stage-variable':
        return fc.stringMatching(/^\w{1,20}$/).map((each) => ({ kind, name: each }));
      case 'body':
      case 'response-body':
        return bodyPath.map((path) => ({ kind, path }));
      default:
        return name.map((each) => ({ kind, name: each }));
    }
  });
}

const problemOf = (text: string, side: MappingSide = 'request') => {
  const parsed = parseMapping(text, side);
  if (parsed.ok) throw new Error(`${text} is valid`);
  const [problem] = parsed.problems;
  if (!problem) throw new Error(`${text} has no problem`);
  return { part: text.slice(problem.at, problem.at + problem.length), sentence: problem.sentence };
};

describe('parse and print', () => {
  it.each(mappingSides)('parse(print(x)) is x on the %s side', (side) => {
    fc.assert(
      fc.property(mappings(side), (mapping) => {
        expect(parseMapping(printMapping(mapping), side)).toEqual({ ok: true, mapping });
      }),
      { numRuns: 500 },
    );
  });

  it('print(parse(text)) is text, and no text makes it throw or points outside of it', () => {
    const piece = fc.constantFrom(
      'method.request.',
      'header.',
      'integration.response.',
      'body',
      'context.',
      'stageVariables.',
      "'",
      '$',
      '.',
      '[',
      ']',
      ' ',
      'X-A',
      '\ud800',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(piece, fc.string()), { maxLength: 6 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...mappingSides), (each, side) => {
        const parsed = parseMapping(each, side);
        if (parsed.ok) expect(printMapping(parsed.mapping)).toBe(each);
        else {
          expect(parsed.problems).not.toEqual([]);
          for (const { at, length, sentence } of parsed.problems) {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(length).toBeGreaterThanOrEqual(0);
            expect(at + length).toBeLessThanOrEqual(each.length);
            expect(sentence).toMatch(/^\S.*[.?…]$/s);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, MappingSide, Mapping]>([
    ['method.request.path.proxy', 'request', { kind: 'path', name: 'proxy' }],
    ['method.request.querystring.a.b', 'request', { kind: 'query', name: 'a.b' }],
    ['method.request.multivaluequerystring.tag', 'request', { kind: 'multi-query', name: 'tag' }],
    ['method.request.multivalueheader.Accept', 'request', { kind: 'multi-header', name: 'Accept' }],
    ['method.request.body', 'request', { kind: 'body', path: null }],
    ['method.request.body.a[0].b', 'request', { kind: 'body', path: '.a[0].b' }],
    ['method.request.body[0]', 'request', { kind: 'body', path: '[0]' }],
    ['stageVariables.url', 'request', { kind: 'stage-variable', name: 'url' }],
    ['context.identity.sourceIp', 'response', { kind: 'context', name: 'identity.sourceIp' }],
    ["''", 'request', { kind: 'constant', value: '' }],
    ["'method.request.path.proxy'", 'request', { kind: 'constant', value: 'method.request.path.proxy' }],
    ['integration.response.header.Location', 'response', { kind: 'response-header', name: 'Location' }],
    ['integration.response.body.error', 'response', { kind: 'response-body', path: '.error' }],
    ['context.error.message', 'gateway-response', { kind: 'context', name: 'error.message' }],
    [
      'context.authorizer.claims.custom:tenant',
      'request',
      { kind: 'context', name: 'authorizer.claims.custom:tenant' },
    ],
  ])('%s (%s)', (text, side, mapping) => {
    expect(parseMapping(text, side)).toEqual({ ok: true, mapping });
  });
});

describe('problems say where and what instead', () => {
  it.each([
    ['', '', "Choose a value: a constant such as 'v1', or where it comes from."],
    ['"v1"', '"v1"', "Constants stand in single quotes: 'v1'."],
    ['\u2018v1\u2019', '\u2018v1\u2019', "Constants stand in single quotes: 'v1'."],
    ["'v1", '1', "The closing quote is missing: constants stand in single quotes: 'v1'."],
    ["'it's'", "'", "A constant can't have a single quote in it: API Gateway knows no way to write one."],
    ["'v1' ", ' ', 'Leave out the space at the end.'],
    ["'a'b", 'b', /^Nothing may stand after the closing quote/],
    [
      'v1',
      'v1',
      "A header of the client is written method.request.header.v1, a constant stands in single quotes: 'v1'.",
    ],
    ['https://a.b/c', 'https://a.b/c', "A constant stands in single quotes: 'https://a.b/c'."],
    ['requestId', 'requestId', "A field of the request's context is written context.requestId."],
    [' context.stage', ' ', 'Leave out the space at the start.'],
    ['context.stage ', ' ', 'Leave out the space at the end.'],
    ['context.requestid', 'requestid', 'API Gateway has no context.requestid. Did you mean context.requestId?'],
    ['context.sourceIp', 'sourceIp', 'API Gateway has no context.sourceIp. Did you mean context.identity.sourceIp?'],
    ['context.domain', 'domain', /Did you mean context\.domainName\?/],
    ['context.xyzzy', 'xyzzy', /context\.domainName and context\.requestId are two/],
    ['context.integrationLatency', 'integrationLatency', /access logs only/],
    ['context.', 'context.', 'A name is missing: context.domainName.'],
    ['$context.requestId', '$context.requestId', /without \$: context\.requestId\.$/],
    ['$stageVariables.url', '$stageVariables.url', /stageVariables\.url\.$/],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what people type
    ['${stageVariables.url}', '${stageVariables.url}', /stageVariables\.url\.$/],
    ['stageVariable.url', 'stageVariable', 'Did you mean stageVariables.…?'],
    ['stageVariables.back-end', '-', '"-" can\'t be in a name: only letters, digits and _ can.'],
    ["$input.params('x')", "$input.params('x')", /method\.request\.header\.x\.$/],
    ['method.request.headers.X', 'headers', 'Did you mean method.request.header.NAME?'],
    ['method.request.query.page', 'query', 'Did you mean method.request.querystring.NAME?'],
    ['method.request.cookie.x', 'cookie', /^After method\.request comes one of path, /],
    ['method.request', 'method.request', /^After method\.request comes one of path, /],
    ['Method.Request.header.X', 'Method.Request', 'Letter case counts: method.request.'],
    ['metod.request.header.X', 'metod', 'Did you mean method.…?'],
    ['method.request.header.', 'method.request.header.', 'A name is missing: method.request.header.X-Tenant.'],
    ['method.request.header.X Y', ' ', '" " can\'t be in a name: only letters, digits and . _ $ - can.'],
    ['integration.request.header.X', 'integration.request.header.X', /is what a mapping sets/],
    ['integration.response.header.X', 'integration.response', /^There is no answer of the back end yet/],
    ['method.request.body.', '.', 'A field name is missing after the dot.'],
    ['method.request.body.a[0', '[0', 'The bracket is not closed.'],
    ['method.request.body.a[b]', '[b]', /^In brackets stands/],
    ['method.request.body.[0]', '.', /^No dot stands before a bracket/],
    ['method.request.body.a b', ' ', 'After the body comes .field or [0], not " ".'],
    ['method.request.bodyx', 'bodyx', 'Did you mean method.request.body?'],
  ])('%s', (text, part, sentence) => {
    const problem = problemOf(text);
    expect(problem.part).toBe(part);
    expect(problem.sentence).toMatch(sentence instanceof RegExp ? sentence : new RegExp(`^${literally(sentence)}$`));
  });

  it.each([
    ['method.request.header.X', 'method.request', /^The client's request can't be read here/],
    ['method.response.header.X', 'method.response.header.X', /integration\.response\.header\.X\.$/],
    ['Location', 'Location', /^A header of the back end is written integration\.response\.header\.Location/],
    ['integration.response.headers.X', 'headers', 'Did you mean integration.response.header.NAME?'],
  ])('on the response side: %s', (text, part, sentence) => {
    const problem = problemOf(text, 'response');
    expect(problem.part).toBe(part);
    expect(problem.sentence).toMatch(sentence);
  });
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
