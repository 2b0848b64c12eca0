import fc from 'fast-check';
import { emptyApi } from '@/lib/gateway/defaults';
import { gatewayResponseStatuses } from '@/lib/gateway/gateway-response-types';
import type { ApiSettings, Authorizer, GatewayResponse, Model, RequestValidator } from '@/lib/gateway/model';
import { anywhere, contentTypes, maybe, modelNames, role, someOf } from './texts';

const policy = JSON.stringify({
  Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Principal: '*', Resource: 'execute-api:/*' }],
  Version: '2012-10-17',
});

/** A regional API: AWS moves no API between all endpoint types. */
export function api(): fc.Arbitrary<ApiSettings> {
  return fc.record({
    name: fc.constantFrom('shop', 'gateway'),
    description: maybe(fc.constantFrom('The one gateway', 'Other words')),
    endpointType: fc.constant('REGIONAL' as const),
    ipAddressType: fc.constantFrom('ipv4' as const, 'dualstack' as const),
    vpcEndpointIds: fc.constant(emptyApi().vpcEndpointIds),
    apiKeySource: fc.constantFrom('HEADER' as const, 'AUTHORIZER' as const),
    binaryMediaTypes: fc.subarray(['image/png', '*/*', 'application/x~y']),
    minimumCompressionSize: maybe(fc.constantFrom(0, 1_024, 10_485_760)),
    executeApiDisabled: fc.boolean(),
    policy: maybe(fc.constant(policy)),
  });
}

const authorizerUri = fc
  .constantFrom('check', 'check:live')
  .map(
    (name) =>
      `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:${name}/invocations`,
  );

const userPools = ['a', 'b', 'c'].map(
  (name) => `arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_${name}`,
);

const lambdaAuthorizer: fc.Arbitrary<Authorizer> = fc.record({
  type: fc.constantFrom('TOKEN' as const, 'REQUEST' as const),
  providerArns: fc.constant([]),
  uri: authorizerUri,
  credentials: maybe(role),
  identitySource: fc.constantFrom('method.request.header.Authorization', 'method.request.header.X-Token'),
  identityValidationExpression: maybe(fc.constant('^Bearer .+$')),
  resultTtl: fc.constantFrom(0, 300, 3_600),
  authType: fc.constant(null),
});

const cognitoAuthorizer: fc.Arbitrary<Authorizer> = fc.record({
  type: fc.constant('COGNITO_USER_POOLS' as const),
  providerArns: fc.subarray(userPools, { minLength: 1 }),
  uri: fc.constant(null),
  credentials: fc.constant(null),
  identitySource: fc.constant('method.request.header.Authorization'),
  identityValidationExpression: fc.constant(null),
  resultTtl: fc.constantFrom(0, 300),
  authType: fc.constant(null),
});

export function authorizers(): fc.Arbitrary<Record<string, Authorizer>> {
  return someOf(['tokens', 'user pool', 'by request'], fc.oneof(lambdaAuthorizer, cognitoAuthorizer));
}

/** Models that refer to those before them only, so that there is no circle. */
export function models(): fc.Arbitrary<Record<string, Model>> {
  return fc
    .subarray([...modelNames])
    .chain((names) =>
      fc.tuple(...names.map((name, index) => fc.tuple(fc.constant(name), model(names.slice(0, index))))),
    )
    .map((entries) => Object.fromEntries(entries));
}

function model(earlier: readonly string[]): fc.Arbitrary<Model> {
  return fc.record({
    contentType: fc.constantFrom('application/json', 'application/vnd.shop+json'),
    description: maybe(fc.constantFrom('What it is', 'Something else')),
    schema: fc
      .subarray([...earlier])
      .chain((references) => fc.constantFrom('string', 'integer').map((type) => schema(type, references))),
  });
}

function schema(type: string, references: string[]): string {
  const properties = Object.fromEntries(references.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
  return JSON.stringify({ type: 'object', properties: { id: { type }, ...properties } });
}

export function validators(): fc.Arbitrary<Record<string, RequestValidator>> {
  const validator = fc.record({ validateBody: fc.boolean(), validateParameters: fc.boolean() });
  return someOf(['body', 'body and parameters'], validator);
}

export function gatewayResponses(): fc.Arbitrary<Record<string, GatewayResponse>> {
  const response = fc.record({
    status: maybe(fc.constantFrom('403', '418', '503')),
    parameters: someOf(
      ['gatewayresponse.header.Access-Control-Allow-Origin', 'gatewayresponse.header.X-Reason'],
      fc.oneof(anywhere, fc.constant('method.request.header.Origin')),
    ),
    templates: someOf(contentTypes, fc.constantFrom('{"message":$context.error.messageString}', '<no/>')),
  });
  return someOf(Object.keys(gatewayResponseStatuses), response).map((all) => {
    // All 21 at once are many; three say as much.
    return Object.fromEntries(Object.entries(all).slice(0, 3));
  });
}
