import 'server-only';
import { createAuthorizer } from '@/lib/aws/api-gateway/create-authorizer';
import { createModel } from '@/lib/aws/api-gateway/create-model';
import { createRequestValidator } from '@/lib/aws/api-gateway/create-request-validator';
import { deleteAuthorizer } from '@/lib/aws/api-gateway/delete-authorizer';
import { deleteGatewayResponse } from '@/lib/aws/api-gateway/delete-gateway-response';
import { deleteModel } from '@/lib/aws/api-gateway/delete-model';
import { deleteRequestValidator } from '@/lib/aws/api-gateway/delete-request-validator';
import { putGatewayResponse } from '@/lib/aws/api-gateway/put-gateway-response';
import { updateAuthorizer } from '@/lib/aws/api-gateway/update-authorizer';
import { updateGatewayResponse } from '@/lib/aws/api-gateway/update-gateway-response';
import { updateModel } from '@/lib/aws/api-gateway/update-model';
import { updateRequestValidator } from '@/lib/aws/api-gateway/update-request-validator';
import { updateRestApi } from '@/lib/aws/api-gateway/update-rest-api';
import { updateStage } from '@/lib/aws/api-gateway/update-stage';
import type { WirePatch } from '@/lib/aws/api-gateway/wire-patch';
import type { Patch } from '@/lib/gateway/calls';
import type { GatewayIds } from '@/lib/gateway/model';
import { schemaForAws } from '@/lib/gateway/model-references';
import { entryOf } from '@/lib/gateway/records';
import { findId, withId, withoutIds } from './find-id';
import type { Runners } from './runner';
import { toWirePatches } from './to-wire-patches';

type SharedOperation =
  | 'UpdateRestApi'
  | 'UpdateStage'
  | `${'Create' | 'Update' | 'Delete'}${'Authorizer' | 'Model' | 'RequestValidator'}`
  | `${'Put' | 'Update' | 'Delete'}GatewayResponse`;

/** Calls about the API itself, its stages, and what routes share. */
export const sharedRunners: Runners<SharedOperation> = {
  UpdateRestApi: async ({ aws }, ids, { patches }) => {
    await updateRestApi(aws, ids.restApiId, toWirePatches(ids, patches));
  },
  UpdateStage: async ({ aws }, ids, { name, patches }) => {
    await updateStage(aws, { restApiId: ids.restApiId, stage: name }, toWirePatches(ids, patches));
  },

  CreateAuthorizer: async ({ aws }, ids, { name, authorizer }) =>
    withId(ids, 'authorizers', name, await createAuthorizer(aws, ids.restApiId, name, authorizer)),
  UpdateAuthorizer: async ({ aws }, ids, { name, patches }) => {
    const authorizerId = findId(ids, 'authorizers', name);
    await updateAuthorizer(aws, { restApiId: ids.restApiId, authorizerId }, toWirePatches(ids, patches));
  },
  DeleteAuthorizer: async ({ aws }, ids, { name }) => {
    const authorizerId = entryOf(ids.authorizers, name);
    if (authorizerId === null) return;
    await deleteAuthorizer(aws, { restApiId: ids.restApiId, authorizerId });
    return withoutIds(ids, 'authorizers', (one) => one === name);
  },

  CreateModel: async ({ aws }, ids, { name, model }) => {
    await createModel(aws, ids.restApiId, name, model);
  },
  UpdateModel: async ({ aws }, ids, { name, patches }) => {
    await updateModel(aws, { restApiId: ids.restApiId, modelName: name }, modelPatches(ids, patches));
  },
  DeleteModel: async ({ aws }, ids, { name }) => {
    await deleteModel(aws, { restApiId: ids.restApiId, modelName: name });
  },

  CreateRequestValidator: async ({ aws }, ids, { name, validator }) =>
    withId(ids, 'validators', name, await createRequestValidator(aws, ids.restApiId, name, validator)),
  UpdateRequestValidator: async ({ aws }, ids, { name, patches }) => {
    const requestValidatorId = findId(ids, 'validators', name);
    await updateRequestValidator(aws, { restApiId: ids.restApiId, requestValidatorId }, toWirePatches(ids, patches));
  },
  DeleteRequestValidator: async ({ aws }, ids, { name }) => {
    const requestValidatorId = entryOf(ids.validators, name);
    if (requestValidatorId === null) return;
    await deleteRequestValidator(aws, { restApiId: ids.restApiId, requestValidatorId });
    return withoutIds(ids, 'validators', (one) => one === name);
  },

  PutGatewayResponse: async ({ aws }, ids, { type, response }) => {
    await putGatewayResponse(aws, { restApiId: ids.restApiId, type }, response);
  },
  UpdateGatewayResponse: async ({ aws }, ids, { type, patches }) => {
    await updateGatewayResponse(aws, { restApiId: ids.restApiId, type }, toWirePatches(ids, patches));
  },
  DeleteGatewayResponse: async ({ aws }, ids, { type }) => {
    await deleteGatewayResponse(aws, { restApiId: ids.restApiId, type });
  },
};

/** Schemas refer to other models by what their API is called at AWS. */
function modelPatches(ids: GatewayIds, patches: readonly Patch[]): WirePatch[] {
  return toWirePatches(ids, patches).map((patch) =>
    patch.path === '/schema' && patch.value !== undefined
      ? { ...patch, value: schemaForAws(patch.value, ids.restApiId) }
      : patch,
  );
}
