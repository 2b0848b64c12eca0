import fc from 'fast-check';
import { withDeclarations } from '@/lib/gateway/mapping/declarations-for';
import { sampleMethod } from '@/lib/gateway/mapping/testing/sample-method';
import type { Integration, Method, Verb } from '@/lib/gateway/model';
import type { RawRequest } from './send-raw';

/** A route below a path of its own, and a request to it. */
export interface RouteCase {
  /** Without what makes the path its own: `/{id}`. */
  tail: string;
  verb: Verb;
  method: Method;
  /** Its path is what comes after the route's own. */
  request: RawRequest;
}

/** Values that the test doesn't know beforehand are not among them: times, the deployment. */
const sources = fc.constantFrom(
  "'constant'",
  "'a b&c=d/e?f%g'",
  "''",
  'context.domainName',
  'context.domainPrefix',
  'context.requestId',
  'context.extendedRequestId',
  'context.httpMethod',
  'context.path',
  'context.resourcePath',
  'context.stage',
  'context.apiId',
  'context.accountId',
  'context.resourceId',
  'context.protocol',
  'context.identity.sourceIp',
  'context.identity.userAgent',
  'context.authorizer.principalId',
  'stageVariables.name',
  'stageVariables.none',
  'method.request.header.X-In',
  'method.request.header.x-in',
  'method.request.multivalueheader.X-Many',
  'method.request.querystring.q',
  'method.request.multivaluequerystring.many',
  'method.request.body',
  'method.request.body.a.b',
  'method.request.body.list[0]',
  'method.request.body.list[*].id',
  "method.request.body['a']",
  'method.request.body.none',
);

const headerNames = fc.constantFrom(
  'X-A',
  'x-in',
  'Accept',
  'User-Agent',
  'Content-Type',
  'X-Forwarded-For',
  'Authorization',
  'Server',
  'Cookie',
  'Content-Length',
  'X-Forwarded-Proto',
);
const queryNames = fc.constantFrom('q', 'new', 'fixed', 'many');
const variableOf = { '/{id}': 'id', '/{proxy+}': 'proxy', '/fixed': null } as const;

const templates = fc.constantFrom<Record<string, string>>(
  {},
  { 'application/json': '' },
  {
    'application/json':
      '{"a": $input.json(\'$.a\'), "p": "$input.params(\'id\')", "who": "$context.identity.sourceIp", "v": "$stageVariables.name$stageVariables.none"}',
  },
  { 'text/plain': '$util.urlEncode($input.body)' },
  {
    'application/json':
      '#foreach($e in $input.path("$.list"))$e.id;#end#if($input.params("q") == "1")one#{else}other#end $util.base64Encode("h\u00e9") $util.escapeJavaScript("it\'s")',
  },
  {
    'application/json':
      '#set($context.requestOverride.header.X-A = "over")#set($context.requestOverride.querystring.new = "o v")#set($context.requestOverride.path.id = "p/q")x',
  },
  { 'application/json': '#if(' },
);

const pathText = fc.constantFrom(
  '42',
  'a%2Fb',
  'a+b%2B',
  '50%25',
  '%E2%82%AC',
  'x;y',
  "it's",
  '%zz',
  '~.-_',
  'A',
  'fixed',
  'a:b@c',
);
const greedyText = fc
  .array(fc.oneof(pathText, fc.constant('..')), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const queries = fc.constantFrom(
  '',
  '?',
  '?q=1',
  '?q=1&q=2&many=a&many=b',
  '?q=a+b%20c%2B&x',
  '?q=%zz;r=2',
  '?Q=1&=&&',
  '?u=%E2%82%AC',
  "?q='()*!~",
);
const headers = fc.uniqueArray(
  fc.constantFrom<[string, string]>(
    ['X-In', 'in'],
    ['x-in', 'lower'],
    ['X-Many', '1'],
    ['X-Many', '2'],
    ['Accept', 'text/html, */*;q=0.8'],
    ['Accept-Encoding', 'gzip'],
    ['User-Agent', 'test/1'],
    ['Authorization', 'Bearer t'],
    ['Authorization', 'AWS4-HMAC-SHA256 Credential=x'],
    ['Cookie', 'a=b; c=d'],
    ['Content-Encoding', 'identity'],
    ['Content-MD5', 'x'],
    ['Max-Forwards', '3'],
    ['Via', '1.1 proxy'],
    ['Server', 'me'],
    ['TE', 'trailers'],
    ['Referer', 'http://r.test/'],
    ['Range', 'bytes=0-1'],
    ['Date', 'Sun, 22 Nov 2026 12:34:56 GMT'],
    ['X-Forwarded-For', '10.0.0.1'],
    ['X-Forwarded-Proto', 'gopher'],
    ['X-Forwarded-Host', 'other.test'],
    ['X-Amzn-Trace-Id', 'Root=1-00000000-000000000000000000000000'],
    ['X-HTTP-Method-Override', 'PUT'],
    ['Origin', 'https://o.test'],
  ),
  { maxLength: 8, selector: ([name, value]) => (name === 'X-Many' ? `${name}${value}` : name) },
);
const bodies = fc.constantFrom<[type: string | null, body: string]>(
  [null, ''],
  ['application/json', ''],
  ['application/json', '{"a":{"b":"two"},"list":[{"id":1},{"id":"x"}]}'],
  ['application/json; charset=utf-8', '{"a":null,"list":[]}'],
  ['text/plain', 'plain & simple'],
  ['APPLICATION/JSON', '[1,2]'],
  [null, 'not json'],
  ['image/png', 'h\u00e9'],
);

/** Routes of HTTP and HTTP_PROXY integrations to `origin`, each with a request that may or may not get through. */
export function routeCase(origin: string): fc.Arbitrary<RouteCase> {
  const routes = fc.record({
    tail: fc.constantFrom('/{id}', '/{proxy+}', '/fixed'),
    type: fc.constantFrom<Integration['type']>('HTTP', 'HTTP_PROXY'),
    address: fc.constantFrom(
      '/',
      '',
      '/{v}',
      '/base/{v}/x?fixed=1',
      '/{unmapped}',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: AWS's own notation
      '/${stageVariables.name}?a=${stageVariables.none}',
      '/a%20b?q=x%2By',
    ),
    isMapped: fc.constantFrom('own', 'other'),
    other: sources,
    httpMethod: fc.constantFrom('ANY', 'GET', 'POST', 'PATCH'),
    passthroughBehavior: fc.constantFrom<Integration['passthroughBehavior']>(
      'WHEN_NO_MATCH',
      'WHEN_NO_TEMPLATES',
      'NEVER',
    ),
    requestTemplates: templates,
    headers: fc.dictionary(headerNames, sources, { maxKeys: 4 }),
    /** Several of them, or what is no host name, no client of HTTP sends. */
    host: fc.constantFrom<Record<string, string>>(
      {},
      { Host: "'inner.test'" },
      { Host: 'context.domainName' },
      { Host: 'stageVariables.name' },
    ),
    query: fc.dictionary(queryNames, sources, { maxKeys: 2 }),
    verb: fc.constantFrom<Verb>('ANY', 'GET', 'POST'),
  });
  const requests = fc.record({
    verb: fc.constantFrom('GET', 'POST', 'PUT'),
    one: pathText,
    many: greedyText,
    slash: fc.constantFrom('', '/'),
    query: queries,
    headers,
    body: bodies,
  });
  return fc.tuple(routes, requests).map(([route, asked]): RouteCase => {
    const name = variableOf[route.tail as keyof typeof variableOf];
    const uri = `${origin}${route.address.replace('{v}', name === null ? 'plain' : `{${name}}`)}`;
    const path =
      name !== null && uri.includes(`{${name}}`)
        ? { [name]: route.isMapped === 'own' ? `method.request.path.${name}` : route.other }
        : {};
    const keyed = (place: string, record: Record<string, string>) =>
      Object.entries(record).map(([key, value]) => [`integration.request.${place}.${key}`, value]);
    const method = sampleMethod({
      type: route.type,
      uri,
      httpMethod: route.httpMethod,
      passthroughBehavior: route.passthroughBehavior,
      requestTemplates: route.requestTemplates,
      requestParameters: Object.fromEntries([
        ...keyed('path', path),
        ...keyed('header', { ...route.headers, ...route.host }),
        ...keyed('querystring', route.query),
      ]),
      ...(route.type === 'HTTP'
        ? { responses: { '200': { selectionPattern: null, contentHandling: null, parameters: {}, templates: {} } } }
        : {}),
    });
    const [contentType, body] = asked.body;
    const tail = name === null ? '/fixed' : name === 'id' ? `/${asked.one}` : `/${asked.many}`;
    return {
      tail: route.tail,
      verb: route.verb,
      method: {
        ...withDeclarations(method),
        responses: route.type === 'HTTP' ? { '200': { parameters: {}, models: {} } } : {},
      },
      request: {
        verb: asked.verb,
        path: `${tail}${asked.slash}${asked.query}`,
        headers: [
          ...asked.headers,
          ...(contentType === null ? [] : [['Content-Type', contentType] as [string, string]]),
        ],
        body: asked.verb === 'GET' ? '' : body,
      },
    };
  });
}
