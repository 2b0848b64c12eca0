// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes stage variables like that
import fc from 'fast-check';
import { emptyIntegration } from '@/lib/gateway/defaults';
import type { Integration, IntegrationResponse, MethodResponse } from '@/lib/gateway/model';
import { anywhere, contentTypes, maybe, role, someOf, template, templates } from './texts';

/** What an integration of a method may refer to. */
export interface MethodFacts {
  /** `method.request.header.X-Tenant` … */
  declared: string[];
  responses: Record<string, MethodResponse>;
}

type Fields = Partial<Integration>;

const httpUri = fc.constantFrom(
  'https://a.example/',
  'http://b.example:8080/orders/{id}?x=1',
  'https://${stageVariables.backend}.example/{proxy}',
);
const verb = fc.constantFrom('GET', 'POST', 'ANY');
const functionUri = (suffix: string, version: string) =>
  fc
    .constantFrom('orders', 'orders:live', 'orders:${stageVariables.tier}')
    .map(
      (name) =>
        `arn:aws:apigateway:us-east-1:lambda:path/${version}/functions/arn:aws:lambda:us-east-1:123456789012:function:${name}/${suffix}`,
    );
const invocation = functionUri('invocations', '2015-03-31');
const timeoutMs = fc.constantFrom(50, 1_500, 10_000, 29_000);
const plain = { connectionType: fc.constant('INTERNET' as const), timeoutMs };

const http: fc.Arbitrary<Fields> = fc.record({
  ...plain,
  type: fc.constantFrom('HTTP' as const, 'HTTP_PROXY' as const),
  uri: httpUri,
  httpMethod: verb,
  tlsInsecure: fc.boolean(),
});

const linkV1: fc.Arbitrary<Fields> = fc.record({
  type: fc.constantFrom('HTTP' as const, 'HTTP_PROXY' as const),
  uri: httpUri,
  httpMethod: verb,
  timeoutMs,
  connectionType: fc.constant('VPC_LINK' as const),
  connectionId: fc.constantFrom('abc123', 'def456', '${stageVariables.vpcLink}'),
  tlsInsecure: fc.boolean(),
});

const linkV2: fc.Arbitrary<Fields> = fc.record({
  type: fc.constant('HTTP_PROXY' as const),
  uri: httpUri,
  httpMethod: verb,
  timeoutMs,
  connectionType: fc.constant('VPC_LINK' as const),
  connectionId: fc.constantFrom('abc123', 'def456'),
  integrationTarget: fc.constantFrom(
    'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/50dc6c495c0c9188',
    'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/b/50dc6c495c0c9188',
  ),
});

const streamed: fc.Arbitrary<Fields> = fc.oneof(
  fc.record({
    type: fc.constant('HTTP_PROXY' as const),
    uri: httpUri,
    httpMethod: verb,
    responseTransferMode: fc.constant('STREAM' as const),
    timeoutMs: fc.constantFrom(60_000, 900_000),
  }),
  fc.record({
    type: fc.constant('AWS_PROXY' as const),
    uri: functionUri('response-streaming-invocations', '2021-11-15'),
    httpMethod: fc.constant('POST'),
    responseTransferMode: fc.constant('STREAM' as const),
    timeoutMs: fc.constantFrom(29_000, 900_000),
  }),
);

const lambda: fc.Arbitrary<Fields> = fc.record({
  ...plain,
  type: fc.constantFrom('AWS' as const, 'AWS_PROXY' as const),
  uri: invocation,
  httpMethod: fc.constant('POST'),
  credentials: maybe(role),
});

const service: fc.Arbitrary<Fields> = fc.record({
  ...plain,
  type: fc.constant('AWS' as const),
  uri: fc.constantFrom(
    'arn:aws:apigateway:us-east-1:states:action/StartExecution',
    'arn:aws:apigateway:us-east-1:states:action/StartSyncExecution',
    'arn:aws:apigateway:us-east-1:s3:path/documents/{key}',
    'arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue',
    'arn:aws:apigateway:us-east-1:dynamodb:action/PutItem',
  ),
  httpMethod: fc.constantFrom('GET', 'POST'),
  credentials: role,
});

const mock: fc.Arbitrary<Fields> = fc.record({ type: fc.constant('MOCK' as const), timeoutMs });

/** Of every type: HTTP, proxy, both kinds of VPC link, streams, Lambda, AWS services, mock. */
export function integration(facts: MethodFacts): fc.Arbitrary<Integration> {
  return fc.oneof(http, linkV1, linkV2, streamed, lambda, service, mock).chain((fields) => complete(fields, facts));
}

function complete(fields: Fields, { declared, responses }: MethodFacts): fc.Arbitrary<Integration> {
  const { type = 'MOCK' } = fields;
  return fc
    .record({
      passthroughBehavior: fc.constantFrom('WHEN_NO_MATCH' as const, 'WHEN_NO_TEMPLATES' as const, 'NEVER' as const),
      contentHandling: contentHandling,
      cacheNamespace: maybe(fc.constantFrom('ns', 'other')),
      cacheKeyParameters: fc.subarray(declared),
      requestParameters: type === 'MOCK' ? fc.constant({}) : requestMappings(declared),
      requestTemplates: type === 'MOCK' ? fc.constant({ 'application/json': '{"statusCode": 200}' }) : templates,
      responses: integrationResponses(responses),
    })
    .map((rest) => ({ ...emptyIntegration(type), ...rest, ...fields }));
}

const contentHandling = maybe(fc.constantFrom('CONVERT_TO_BINARY' as const, 'CONVERT_TO_TEXT' as const));

const requestTargets = [
  'header.X-Tenant',
  'header.X-Trace',
  'querystring.tenant',
  'path.id',
  'path.proxy',
  'path.key',
].map((target) => `integration.request.${target}`);

function requestMappings(declared: string[]): fc.Arbitrary<Record<string, string>> {
  const body = fc.constantFrom('method.request.body', 'method.request.body.customer.id', 'method.request.body[0].x');
  const sources = declared.length === 0 ? [anywhere, body] : [anywhere, body, declaredSource(declared)];
  return someOf(requestTargets, fc.oneof(...sources));
}

/** One value, or of what can come several times all values. */
function declaredSource(declared: string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...declared), fc.boolean()).map(([key, all]) => {
    return all ? key.replace(/^method\.request\.(header|querystring)\./, 'method.request.multivalue$1.') : key;
  });
}

function integrationResponses(
  declared: Record<string, MethodResponse>,
): fc.Arbitrary<Record<string, IntegrationResponse>> {
  return fc
    .subarray(Object.keys(declared))
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((status, index) =>
          fc.tuple(fc.constant(status), integrationResponse(declared[status]?.parameters ?? {}, index === 0)),
        ),
      ),
    )
    .map((entries) => Object.fromEntries(entries));
}

function integrationResponse(
  declared: Record<string, boolean>,
  mayBeDefault: boolean,
): fc.Arbitrary<IntegrationResponse> {
  const pattern = fc.constantFrom('4\\d\\d', '5\\d\\d', '.*Error.*', '-');
  const source = fc.oneof(
    anywhere,
    fc.constantFrom(
      'integration.response.header.Location',
      'integration.response.multivalueheader.Set-Cookie',
      'integration.response.body',
      'integration.response.body.id',
    ),
  );
  return fc.record({
    selectionPattern: mayBeDefault ? maybe(pattern) : pattern,
    contentHandling,
    parameters: someOf(Object.keys(declared), source),
    templates: someOf(contentTypes, template),
  });
}
