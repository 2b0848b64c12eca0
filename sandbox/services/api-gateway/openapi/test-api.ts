import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  GetExportCommand,
  type Integration,
  type Method,
  PutGatewayResponseCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  PutRestApiCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { createTestApi, type TestSandbox } from '../../../test-sandbox';

export const testFunctionUri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders/invocations';
const role = 'arn:aws:iam::123456789012:role/caller';

/** One method of every kind, by what it shows. */
export const testMethods: Record<string, { method?: Method; integration: Integration; responses?: string[] }> = {
  'http proxy with mappings': {
    method: {
      requestParameters: { 'method.request.path.proxy': true, 'method.request.header.X-Tenant': false },
      operationName: 'proxied',
    },
    integration: {
      type: 'HTTP_PROXY',
      httpMethod: 'ANY',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is AWS's syntax.
      uri: 'https://${stageVariables.host}/{proxy}',
      requestParameters: {
        'integration.request.path.proxy': 'method.request.path.proxy',
        'integration.request.header.X-Tenant': 'context.domainName',
      },
      cacheKeyParameters: ['method.request.path.proxy'],
      timeoutInMillis: 5000,
      tlsConfig: { insecureSkipVerification: true },
    },
  },
  'http with templates and responses': {
    method: { requestModels: { 'application/json': 'Order', 'text/plain': 'Empty' }, apiKeyRequired: true },
    integration: {
      type: 'HTTP',
      httpMethod: 'POST',
      uri: 'http://back.end/x',
      requestTemplates: { 'application/json': '{"a": $input.json(\'$\')}', 'text/plain': '' },
      passthroughBehavior: 'NEVER',
      contentHandling: 'CONVERT_TO_TEXT',
    },
    responses: ['200', '404'],
  },
  'vpc link': {
    integration: {
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: 'http://inner/x',
      connectionType: 'VPC_LINK',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is AWS's syntax.
      connectionId: '${stageVariables.link}',
    },
  },
  'vpc link v2': {
    integration: {
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: 'http://inner/x',
      connectionType: 'VPC_LINK',
      connectionId: 'abc123',
      integrationTarget: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/b',
    },
  },
  'lambda proxy': { integration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: testFunctionUri } },
  'lambda streamed': {
    integration: { type: 'AWS_PROXY', httpMethod: 'POST', uri: testFunctionUri, responseTransferMode: 'STREAM' },
  },
  's3 with a role': {
    method: { authorizationType: 'AWS_IAM' },
    integration: {
      type: 'AWS',
      httpMethod: 'GET',
      uri: 'arn:aws:apigateway:us-east-1:s3:path/bucket/key',
      credentials: role,
    },
    responses: ['200'],
  },
  'step functions behind an authorizer': {
    method: { authorizationType: 'CUSTOM', authorizerId: 'token' },
    integration: {
      type: 'AWS',
      httpMethod: 'POST',
      uri: 'arn:aws:apigateway:us-east-1:states:action/StartExecution',
      credentials: role,
      requestTemplates: { 'application/json': '{"input": "$util.escapeJavaScript($input.body)"}' },
    },
    responses: ['200'],
  },
  'mock for a user pool, validated': {
    method: {
      authorizationType: 'COGNITO_USER_POOLS',
      authorizerId: 'pool',
      authorizationScopes: ['orders/read'],
      requestValidatorId: 'body',
      requestParameters: { 'method.request.querystring.q': true },
    },
    integration: { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode": 200}' } },
    responses: ['200', '500'],
  },
  'request authorizer': {
    method: { authorizationType: 'CUSTOM', authorizerId: 'request' },
    integration: { type: 'MOCK' },
  },
};

/** An API with these methods and one of everything else, deployed to `prod`. */
export async function makeTestApi(sandbox: TestSandbox, names: string[]): Promise<string> {
  const { gateway } = sandbox;
  const { restApiId, root } = await createTestApi(sandbox);
  const ref = `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Item`;
  const models = {
    Item: { type: 'object', properties: { id: { type: 'integer' } } },
    Order: { $schema: 'http://json-schema.org/draft-04/schema#', type: 'array', items: { $ref: ref } },
  };
  for (const [name, schema] of Object.entries(models))
    await gateway.send(
      new CreateModelCommand({
        restApiId,
        name,
        contentType: 'application/json',
        schema: JSON.stringify(schema),
        description: `${name} of a shop`,
      }),
    );
  const { id: body } = await gateway.send(
    new CreateRequestValidatorCommand({ restApiId, name: 'body only', validateRequestBody: true }),
  );
  const authorizer = async (input: Partial<ConstructorParameters<typeof CreateAuthorizerCommand>[0]>) =>
    (await gateway.send(new CreateAuthorizerCommand({ restApiId, name: 'x', type: 'TOKEN', ...input }))).id;
  const ids: Record<string, string | undefined> = {
    body,
    token: await authorizer({
      name: 'token',
      authorizerUri: testFunctionUri,
      identitySource: 'method.request.header.X-Token',
      identityValidationExpression: 'Bearer .+',
      authorizerResultTtlInSeconds: 60,
    }),
    request: await authorizer({
      name: 'request',
      type: 'REQUEST',
      authorizerUri: testFunctionUri,
      authorizerCredentials: role,
      identitySource: 'method.request.header.A,method.request.querystring.b',
    }),
    pool: await authorizer({
      name: 'pool',
      type: 'COGNITO_USER_POOLS',
      providerARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'],
      identitySource: 'method.request.header.Authorization',
    }),
  };
  await gateway.send(
    new PutGatewayResponseCommand({
      restApiId,
      responseType: 'UNAUTHORIZED',
      statusCode: '403',
      responseParameters: { 'gatewayresponse.header.X-Why': "'token'" },
      responseTemplates: { 'application/json': '{"why": $context.error.messageString}' },
    }),
  );
  await gateway.send(new PutGatewayResponseCommand({ restApiId, responseType: 'DEFAULT_4XX' }));
  await gateway.send(
    new UpdateRestApiCommand({
      restApiId,
      patchOperations: [
        { op: 'add', path: '/binaryMediaTypes/image~1png' },
        { op: 'replace', path: '/minimumCompressionSize', value: '1024' },
        {
          op: 'replace',
          path: '/policy',
          value:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/prod/*"}]}',
        },
      ],
    }),
  );
  await gateway.send(new CreateResourceCommand({ restApiId, parentId: root, pathPart: 'without-methods' }));
  for (const [index, name] of names.entries()) {
    const { method = {}, integration, responses = [] } = testMethods[name] ?? { integration: { type: 'MOCK' } };
    const greedy = Object.hasOwn(method.requestParameters ?? {}, 'method.request.path.proxy');
    const { id: parentId } = await gateway.send(
      new CreateResourceCommand({ restApiId, parentId: root, pathPart: `r${index}` }),
    );
    const { id: below } = greedy
      ? await gateway.send(new CreateResourceCommand({ restApiId, parentId, pathPart: '{proxy+}' }))
      : { id: parentId };
    const at = { restApiId, resourceId: below, httpMethod: index % 2 ? 'ANY' : 'POST' };
    const { authorizerId, requestValidatorId, ...rest } = method;
    await gateway.send(
      new PutMethodCommand({
        ...at,
        authorizationType: 'NONE',
        ...rest,
        authorizerId: ids[authorizerId ?? ''],
        requestValidatorId: ids[requestValidatorId ?? ''],
      }),
    );
    const { httpMethod: integrationHttpMethod, type, ...settings } = integration;
    await gateway.send(new PutIntegrationCommand({ ...at, type, ...settings, integrationHttpMethod }));
    for (const [order, statusCode] of responses.entries()) {
      await gateway.send(
        new PutMethodResponseCommand({
          ...at,
          statusCode,
          responseParameters: { 'method.response.header.X-A': true },
          responseModels: { 'application/json': order === 0 ? 'Order' : 'Error' },
        }),
      );
      await gateway.send(
        new PutIntegrationResponseCommand({
          ...at,
          statusCode,
          ...(order === 0 ? {} : { selectionPattern: `${statusCode}|5..`, contentHandling: 'CONVERT_TO_BINARY' }),
          responseParameters: { 'method.response.header.X-A': 'integration.response.header.a' },
          responseTemplates: { 'application/json': order === 0 ? '' : '{"x": 1}' },
        }),
      );
    }
  }
  await deploy(sandbox, restApiId);
  return restApiId;
}

export const deploy = (sandbox: TestSandbox, restApiId: string) =>
  sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));

export async function exported(
  sandbox: TestSandbox,
  restApiId: string,
  exportType = 'oas30',
  accepts = 'application/json',
  extensions = 'apigateway',
) {
  const answer = await sandbox.gateway.send(
    new GetExportCommand({ restApiId, stageName: 'prod', exportType, accepts, parameters: { extensions } }),
  );
  return { ...answer, text: Buffer.from(answer.body ?? '').toString('utf8') };
}

export const putDocument = (sandbox: TestSandbox, restApiId: string, text: string, more: object = {}) =>
  sandbox.gateway.send(new PutRestApiCommand({ restApiId, body: Buffer.from(text), mode: 'overwrite', ...more }));
