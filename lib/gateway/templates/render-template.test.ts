import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TemplateInput } from './model';
import { renderTemplate } from './render-template';

const input: TemplateInput = {
  body: '{"a": {"b": [1, "two", {"c": 3}]}, "name": "O\'Hara \\"x\\"", "list": [{"id": 1}, {"id": 2}]}',
  params: { path: { id: '7' }, querystring: { id: 'query', q: 'a b' }, header: { 'X-Tenant': 'shop', Id: 'header' } },
  context: { requestId: 'r-1', stage: 'prod', identity: { sourceIp: '198.51.100.7' } },
  stageVariables: { url: 'back.example.com' },
};

const textOf = (template: string, more: Partial<TemplateInput> = {}) => {
  const rendered = renderTemplate(template, { ...input, ...more });
  return rendered.ok ? rendered.text : rendered.sentence;
};

describe('renderTemplate', () => {
  it.each([
    ["$input.json('$.a.b')", '[1,"two",{"c":3}]'],
    ["$input.json('$.name')", '"O\'Hara \\"x\\""'],
    ["$input.json('$.missing')", '""'],
    ["$input.json('$.list[*].id')", '[1,2]'],
    ["$input.json('$..id')", '[1,2]'],
    ["$input.path('$.a.b[1]')", 'two'],
    ["$input.path('$.a.b[-1].c')", '3'],
    ["$input.path('$.missing')", ''],
    ["$input.params('id')", '7'],
    ["$input.params('q')", 'a b'],
    ["$input.params('x-tenant')", 'shop'],
    ["$input.params('none')", ''],
    ["$input.params().header.get('X-Tenant')", 'shop'],
    ['#foreach($k in $input.params().querystring.keySet())$k;#end', 'id;q;'],
    ['$context.requestId $context.identity.sourceIp', 'r-1 198.51.100.7'],
    ['[$context.nothing][$context.authorizer][$stageVariables.none]', '[][][]'],
    ['$stageVariables.url', 'back.example.com'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: VTL
    ['${stageVariables.url}/x', 'back.example.com/x'],
    ["$util.escapeJavaScript($input.path('$.name'))", 'O\\\'Hara \\"x\\"'],
    ["$util.urlEncode('a b&c')", 'a%20b%26c'],
    ["$util.urlDecode('a+b%26c')", 'a b&c'],
    ["$util.base64Encode('h\u00e9')", 'aMOp'],
    ["$util.base64Decode('aMOp')", 'h\u00e9'],
    ['#set($o = $util.parseJson(\'{"k": [5]}\'))$o.k[0]', '5'],
    ['#set($s = "abc")$s.length() $s.contains("b") $s.equals("abc") $s.replaceAll("[ab]", "x")', '3 true true xxc'],
    ['#if($input.params("q") == "a b")yes#{else}no#end', 'yes'],
    ["#foreach($e in $input.path('$.list'))$e.id#if($foreach.hasNext),#end#end", '1,2'],
  ])('%s -> %s', (template, expected) => expect(textOf(template)).toBe(expected));

  it('gives the body as it is, JSON or not', () => {
    expect(textOf('<$input.body>', { body: 'a=1' })).toBe('<a=1>');
    expect(textOf("$input.json('$.a')", { body: 'a=1' })).toBe('""');
  });

  it('collects overrides', () => {
    const rendered = renderTemplate(
      [
        '#set($context.requestOverride.header.X-Set = "a")',
        '#set($context.requestOverride.header["Other"] = $input.params("id"))',
        '#set($context.requestOverride.path.id = "p")',
        '#set($context.requestOverride.querystring.q = "1")',
        '#set($context.responseOverride.status = 201)',
        '#set($context.responseOverride.header.Location = "/x")',
      ].join(''),
      input,
    );
    expect(rendered).toMatchObject({
      ok: true,
      overrides: {
        request: { header: { Other: '7' }, path: { id: 'p' }, querystring: { q: '1' } },
        response: { status: 201, header: { Location: '/x' } },
      },
    });
  });

  it('says which line a template breaks at', () => {
    expect(renderTemplate('{\n#if(\n}', input)).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/line \d/),
    });
  });

  it('runs no code of a template', () => {
    for (const code of [
      '$input.json.constructor("return 1")()',
      '$util.constructor.constructor("return 1")()',
      "$input.json('$[?(@.constructor)]')",
    ]) {
      expect(textOf(code)).not.toBe('1');
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    renderTemplate(
      '#set($context.__proto__.polluted = "x")#set($stageVariables.constructor.prototype.polluted = "x")',
      input,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '#if(',
      '#end',
      '$input',
      '.json(',
      "'$.a'",
      ')',
      '#set($x = ',
      '"',
      '{',
      '#foreach(',
      '$context.',
      'x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), (pieces) => {
        expect(renderTemplate(pieces.join(''), input)).toHaveProperty('ok');
      }),
      { numRuns: 300 },
    );
  });
});
