import { expect, it } from 'vitest';
import { GatewayFault } from './fault';
import { renderTemplate } from './render-template';
import { testCall } from './test-call';

const body = JSON.stringify({ list: [{ n: 1 }, { n: 2 }], text: `it's "so"`, empty: [], map: { a: 1, b: 2 } });

it.each([
  ["$input.json('$.list')", '[{"n":1},{"n":2}]'],
  ["$input.json('$..n')", '[1,2]'],
  ["$input.json('$.list[*].n')", '[1,2]'],
  ["$input.json('$.list[?(@.n > 1)]')", '""'],
  ["$input.path('$.list[1].n')", '2'],
  ["$input.path('$.list').size()", '2'],
  ["#foreach($e in $input.path('$.list'))$e.n#if($foreach.hasNext),#end#end", '1,2'],
  ["#foreach($k in $input.path('$.map').keySet())$k#end", 'ab'],
  ["#set($m = $input.path('$.map'))$m.get('a') $m.containsKey('c') $m.isEmpty()", '1 false false'],
  ["$input.path('$.empty').isEmpty()", 'true'],
  [
    "#set($t = $input.path('$.text'))$t.length() $t.contains('so') $t.equals('x') $t.replaceAll('[^a-z]', '')",
    '9 true false itsso',
  ],
  ["$util.escapeJavaScript($input.path('$.text'))", `it\\'s \\"so\\"`],
  [
    "$util.base64Encode('hi') $util.base64Decode('aGk=') $util.urlEncode('a b&') $util.urlDecode('a+b')",
    'aGk= hi a%20b%26 a b',
  ],
  ['$util.parseJson(\'{"a":[3]}\').a[0]', '3'],
  ["$input.params('id') $input.params('q') $input.params('x-head') [$input.params('none')]", '7 2 h []'],
  ["$input.params().querystring.q $input.params().header.get('X-Head') $input.params('header')", '2 h '],
  [
    '$context.stage $context.identity.sourceIp $context.authorizer.plan [$context.authorizer.none] [$context.nothing]',
    'prod 198.51.100.7 gold [] []',
  ],
  ["$stageVariables.env $stageVariables.get('env') [$stageVariables.none]", 'green green []'],
  ['#if($context.authorizer.none)yes#{else}no#end', 'no'],
])('%s', (template, expected) => {
  const call = testCall({}, {}, { pathParameters: { id: '7' }, variables: { env: 'green' } });
  const request = {
    ...call.request,
    query: [
      ['q', '1'],
      ['q', '2'],
    ] as const,
    headers: [['X-Head', 'h']] as const,
  };
  expect(
    renderTemplate({ ...call, request, authorizer: { plan: 'gold', principalId: 'me' } }, template, body).text,
  ).toBe(expected);
});

it('takes overrides', () => {
  const template = `#set($context.requestOverride.header.X-A = "1")#set($context.requestOverride.path.p = "2")#set(
$context.requestOverride.querystring.q = 3)#set($context.responseOverride.status = 418)#set($context.responseOverride.header.B = "$context.stage")`;
  const { request, response } = renderTemplate(testCall({}), template, '');
  expect(request).toEqual({ header: { 'X-A': '1' }, path: { p: '2' }, querystring: { q: '3' }, status: null });
  expect(response).toEqual({ header: { B: 'prod' }, path: {}, querystring: {}, status: '418' });
});

it('ends a template that does not parse with the internal fault', () => {
  expect(() => renderTemplate(testCall({}), '#if(', '')).toThrow(GatewayFault);
});
