import { CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { emptyIntegration, emptyMethod } from '@/lib/gateway/defaults';
import type { Integration } from '@/lib/gateway/model';
import { createResource } from '../api-gateway/create-resource';
import type { MethodAddress } from '../api-gateway/method-address';
import { putIntegration } from '../api-gateway/put-integration';
import { putIntegrationResponse } from '../api-gateway/put-integration-response';
import { putMethod } from '../api-gateway/put-method';
import { putMethodResponse } from '../api-gateway/put-method-response';
import { readGateway } from '../api-gateway/read-gateway';
import type { Aws } from '../clients';
import { required } from '../reshape';

export const plainMethod = emptyMethod();
export const noIds = { authorizerId: null, requestValidatorId: null };
export const mock: Integration = {
  ...emptyIntegration('MOCK'),
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
};
export const http: Integration = {
  ...mock,
  type: 'HTTP',
  uri: 'http://127.0.0.1:9/{id}',
  httpMethod: 'POST',
  requestTemplates: {},
};

export interface TestGateway {
  restApiId: string;
  rootId: string;
  /** `GET /{id}` */
  at: MethodAddress;
}

/** An API with `GET /{id}`, a mock that answers. */
export async function testGateway(aws: Aws): Promise<TestGateway> {
  const api = await aws.apiGateway.send(
    new CreateRestApiCommand({ name: 'shared', endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  const restApiId = required(api.id, 'id');
  const rootId = required(api.rootResourceId, 'rootResourceId');
  const resourceId = await createResource(aws, { restApiId, parentId: rootId, pathPart: '{id}' });
  const at = { restApiId, resourceId, verb: 'GET' as const };
  await putMethod(aws, at, { ...plainMethod, ...noIds });
  await putIntegration(aws, at, mock);
  await putMethodResponse(aws, { ...at, status: '200' }, { parameters: {}, models: {} });
  const response = {
    selectionPattern: null,
    contentHandling: null,
    parameters: {},
    templates: { 'application/json': '{"ok": true}' },
  };
  await putIntegrationResponse(aws, { ...at, status: '200' }, response);
  return { restApiId, rootId, at };
}

/** `GET /{id}` as AWS answers it. */
export async function readMethod(aws: Aws, { restApiId, resourceId, verb }: MethodAddress) {
  const { raw } = await readGateway(aws, restApiId);
  return raw.resources?.find((resource) => resource.id === resourceId)?.resourceMethods?.[verb];
}
