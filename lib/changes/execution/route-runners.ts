import 'server-only';
import { createResource } from '@/lib/aws/api-gateway/create-resource';
import { deleteIntegration } from '@/lib/aws/api-gateway/delete-integration';
import { deleteIntegrationResponse } from '@/lib/aws/api-gateway/delete-integration-response';
import { deleteMethod } from '@/lib/aws/api-gateway/delete-method';
import { deleteMethodResponse } from '@/lib/aws/api-gateway/delete-method-response';
import { deleteResource } from '@/lib/aws/api-gateway/delete-resource';
import { putIntegration } from '@/lib/aws/api-gateway/put-integration';
import { putIntegrationResponse } from '@/lib/aws/api-gateway/put-integration-response';
import { putMethod } from '@/lib/aws/api-gateway/put-method';
import { putMethodResponse } from '@/lib/aws/api-gateway/put-method-response';
import { updateIntegration } from '@/lib/aws/api-gateway/update-integration';
import { updateIntegrationResponse } from '@/lib/aws/api-gateway/update-integration-response';
import { updateMethod } from '@/lib/aws/api-gateway/update-method';
import { updateMethodResponse } from '@/lib/aws/api-gateway/update-method-response';
import type { GatewayIds } from '@/lib/gateway/model';
import { addressOf, findId, withId, withoutIds } from './find-id';
import type { CallOf, Runners } from './runner';
import { toWirePatches } from './to-wire-patches';

type RouteOperation =
  | 'CreateResource'
  | 'DeleteResource'
  | `${'Put' | 'Update' | 'Delete'}${'Method' | 'Integration'}${'' | 'Response'}`;

/** Calls about resources, methods, integrations and responses. */
export const routeRunners: Runners<RouteOperation> = {
  CreateResource: async ({ aws }, ids, { path }) => {
    const at = path.lastIndexOf('/');
    const parentId = findId(ids, 'resources', path.slice(0, at) || '/');
    const id = await createResource(aws, { restApiId: ids.restApiId, parentId, pathPart: path.slice(at + 1) });
    return withId(ids, 'resources', path, id);
  },
  DeleteResource: async ({ aws }, ids, { path }) => {
    const resourceId = ids.resources[path];
    if (resourceId === undefined) return;
    await deleteResource(aws, { restApiId: ids.restApiId, resourceId });
    return withoutIds(ids, 'resources', (one) => one === path || one.startsWith(`${path}/`));
  },
  PutMethod: async ({ aws }, ids, call) => {
    await putMethod(aws, addressOf(ids, call), withMethodIds(ids, call));
  },
  UpdateMethod: async ({ aws }, ids, call) => {
    await updateMethod(aws, addressOf(ids, call), toWirePatches(ids, call.patches));
  },
  DeleteMethod: async ({ aws }, ids, call) => {
    if (ids.resources[call.path]) await deleteMethod(aws, addressOf(ids, call));
  },
  PutIntegration: async ({ aws }, ids, call) => {
    await putIntegration(aws, addressOf(ids, call), call.integration);
  },
  UpdateIntegration: async ({ aws }, ids, call) => {
    await updateIntegration(aws, addressOf(ids, call), toWirePatches(ids, call.patches));
  },
  DeleteIntegration: async ({ aws }, ids, call) => {
    if (ids.resources[call.path]) await deleteIntegration(aws, addressOf(ids, call));
  },
  PutMethodResponse: async ({ aws }, ids, call) => {
    await putMethodResponse(aws, atStatus(ids, call), call.response);
  },
  UpdateMethodResponse: async ({ aws }, ids, call) => {
    await updateMethodResponse(aws, atStatus(ids, call), toWirePatches(ids, call.patches));
  },
  DeleteMethodResponse: async ({ aws }, ids, call) => {
    if (ids.resources[call.path]) await deleteMethodResponse(aws, atStatus(ids, call));
  },
  PutIntegrationResponse: async ({ aws }, ids, call) => {
    await putIntegrationResponse(aws, atStatus(ids, call), call.response);
  },
  UpdateIntegrationResponse: async ({ aws }, ids, call) => {
    await updateIntegrationResponse(aws, atStatus(ids, call), toWirePatches(ids, call.patches));
  },
  DeleteIntegrationResponse: async ({ aws }, ids, call) => {
    if (ids.resources[call.path]) await deleteIntegrationResponse(aws, atStatus(ids, call));
  },
};

function atStatus(ids: GatewayIds, call: Parameters<typeof addressOf>[1] & { status: string }) {
  return { ...addressOf(ids, call), status: call.status };
}

function withMethodIds(ids: GatewayIds, { method }: CallOf<'PutMethod'>) {
  const { authorizer, requestValidator } = method;
  return {
    ...method,
    authorizerId: authorizer === null ? null : findId(ids, 'authorizers', authorizer),
    requestValidatorId: requestValidator === null ? null : findId(ids, 'validators', requestValidator),
  };
}
