// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables are written ${…}
import fc from 'fast-check';
import { emptyIntegration, emptyMethod } from '@/lib/gateway/defaults';
import type { Integration, Method } from '@/lib/gateway/model';
import { backendVerbs } from '../http-fields';
import type { IntegrationKind, IntegrationValues } from '../kinds';

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const role = pick('arn:aws:iam::123456789012:role/gateway', 'arn:aws:iam::*:user/*');
const url = pick(
  'https://a.example.com',
  'http://b.example.com:8080/{id}?x=${stageVariables.x}',
  'https://c.example.com/{proxy}',
);
const status = pick('200', '204', '404', '503');
const template = pick('{"a": 1}', "$input.json('$')", '#set($x = 1)$x', '{"statusCode": 200}');
const templates = fc.dictionary(pick('application/json', 'text/xml'), template, { maxKeys: 2 });
const httpPart = { proxy: fc.boolean(), url, verb: pick(...backendVerbs) };

/** Forms that their schemas accept, as an operator would fill them in. */
const values: { [Kind in IntegrationKind]: fc.Arbitrary<IntegrationValues[Kind]> } = {
  http: fc.record(httpPart),
  'vpc-link': fc.record({ connectionId: pick('abc123', '${stageVariables.link}'), ...httpPart }).chain((rest) =>
    pick(
      { version: 'v1' as const, loadBalancer: '', ...rest },
      {
        version: 'v2' as const,
        loadBalancer: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/50dc6c495c0c9188',
        ...rest,
      },
    ),
  ),
  lambda: fc
    .record({
      proxy: fc.constant<boolean>(true),
      functionArn: pick(
        'arn:aws:lambda:eu-west-1:123456789012:function:orders',
        'arn:aws-cn:lambda:cn-north-1:123456789012:function:a-${stageVariables.fn}',
      ),
      qualifier: pick('', 'prod', '7', '$LATEST', '${stageVariables.alias}'),
      streaming: fc.boolean(),
    })
    .chain((lambda) => pick(lambda, { ...lambda, proxy: false, streaming: false })),
  'step-functions': fc
    .record({
      action: pick('StartExecution' as const, 'StartSyncExecution' as const),
      stateMachineArn: pick('arn:aws:states:eu-west-1:123456789012:stateMachine:Orders'),
      role,
      input: pick('body' as const, 'whole-request' as const),
      name: pick('', '$context.requestId', "$input.params('name')"),
      answer: pick('execution' as const, 'output' as const),
    })
    .filter(({ action, answer }) => action === 'StartSyncExecution' || answer === 'execution'),
  s3: fc.record({
    region: pick('eu-central-1', 'us-gov-west-1'),
    bucket: pick('static.example.com', '{id}', '${stageVariables.bucket}'),
    key: pick('index.html', 'site/{proxy}', 'a/b//c', '${stageVariables.folder}/{id}.json'),
    verb: pick('GET' as const, 'HEAD' as const, 'PUT' as const),
    role,
  }),
  mock: fc.record({
    status,
    contentType: fc.constant('application/json'),
    body: pick('', '{"ok": true}'),
    headers: fc.uniqueArray(
      fc.record({ name: pick('X-One', 'Access-Control-Allow-Origin'), value: pick('', '*', 'a, b') }),
      { selector: ({ name }) => name },
    ),
  }),
  'aws-other': fc.record({
    type: pick('AWS' as const),
    uri: pick('arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem', 'arn:aws:apigateway:eu-west-1:sqs:path/1/{id}'),
    httpMethod: pick('GET' as const, 'POST' as const),
    credentials: role,
    templates: fc.uniqueArray(fc.record({ contentType: pick('application/json', 'text/xml'), template }), {
      selector: ({ contentType }) => contentType,
    }),
  }),
};

export const formValues = <Kind extends IntegrationKind>(kind: Kind): fc.Arbitrary<IntegrationValues[Kind]> =>
  values[kind];

const integrationResponse = fc.record({
  selectionPattern: pick(null, '5\\d{2}'),
  contentHandling: fc.constant(null),
  parameters: fc.dictionary(
    pick('method.response.header.X-One', 'method.response.header.X-Two'),
    pick("'constant'", 'integration.response.header.Y', 'context.requestId'),
    { maxKeys: 2 },
  ),
  templates,
});

const uri = pick(
  'arn:aws:apigateway:eu-west-1:s3:path/b/{id}',
  'arn:aws:apigateway:eu-west-1:states:action/StartExecution',
  'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:1:function:f/invocations',
  'arn:aws:apigateway:eu-west-1:bucket.s3:path/key',
  'arn:aws:apigateway:eu-west-1:sqs:path/1/q',
);

const pointed: fc.Arbitrary<Partial<Integration> & Pick<Integration, 'type'>> = fc.oneof(
  fc.record({ type: pick('HTTP' as const, 'HTTP_PROXY' as const), uri: url, httpMethod: pick('GET', 'ANY') }),
  fc.record({
    type: fc.constant('HTTP_PROXY' as const),
    uri: url,
    httpMethod: pick('POST'),
    connectionType: fc.constant('VPC_LINK' as const),
    connectionId: pick('abc123'),
  }),
  fc.record({ type: pick('AWS' as const, 'AWS_PROXY' as const), uri, httpMethod: pick('POST', 'GET') }),
  fc.record({ type: fc.constant('MOCK' as const) }),
);

/** Methods as people make them by hand at AWS, with parts that no form asks for. */
export const handMadeMethod: fc.Arbitrary<Method> = fc
  .record({
    target: pointed,
    timeoutMs: pick(29_000, 5_000),
    tlsInsecure: fc.boolean(),
    credentials: fc.oneof(fc.constant(null), role),
    requestParameters: fc.dictionary(
      pick('integration.request.path.id', 'integration.request.header.X-A'),
      pick('method.request.path.id', "'x'", 'context.requestId'),
      { maxKeys: 2 },
    ),
    requestTemplates: templates,
    responses: fc.dictionary(status, integrationResponse, { maxKeys: 2 }),
    declared: fc.dictionary(pick('method.request.path.id', 'method.request.header.A'), fc.boolean(), { maxKeys: 2 }),
  })
  .map(({ target, declared, ...integration }) => ({
    ...emptyMethod(),
    requestParameters: declared,
    responses: Object.fromEntries(
      Object.entries(integration.responses).map(([code, { parameters }]) => [
        code,
        { parameters: Object.fromEntries(Object.keys(parameters).map((key) => [key, false])), models: {} },
      ]),
    ),
    integration: { ...emptyIntegration(target.type), ...integration, ...target },
  }));
