import type { Integration, Method, MethodResponse } from '@aws-sdk/client-api-gateway';
import type { StoredResource } from '../../../model';
import { keyOf } from '../../../scope';
import { defined } from '../defined';
import { checkedIntegration } from '../integration-checks';
import { checkedIntegrationResponse } from '../integration-response-checks';
import { refuseBadResponseParameters } from '../mapping-expression';
import { checkedMethod, refuseUnknownModels } from '../method-checks';
import { badRequest } from '../refusals';
import { withoutEmpty } from '../without-empty';
import { type ApiWriter, attempt } from './api-writer';
import type { ImportedApi, ImportedMethod } from './imported';
import type { PartIds } from './put-parts';

/** Puts the methods of a document into their resources, each as a whole. */
export function putMethods(
  writer: ApiWriter,
  { methods }: ImportedApi,
  resources: Map<string, StoredResource>,
  ids: PartIds,
): void {
  const { context, tx, restApiId } = writer;
  const changed = new Map<string, StoredResource>();
  for (const imported of methods) {
    // What couldn't be made was told already.
    const found = resources.get(imported.path);
    if (!found) continue;
    const resource = changed.get(found.id) ?? found;
    const at = `'${imported.verb}' for resource at path '${imported.path}'`;
    attempt(writer, `Unable to put method ${at}`, () => {
      const method = { ...bareMethod(writer, imported, ids), ...methodResponses(writer, imported) };
      attempt(writer, `Unable to put integration on ${at}`, () => {
        const methodIntegration = imported.integration && integration(writer, resource, imported.integration, method);
        const whole = defined({ ...method, methodIntegration });
        const resourceMethods = { ...resource.resourceMethods, [imported.verb]: whole };
        changed.set(resource.id, { ...resource, resourceMethods });
      });
    });
  }
  for (const resource of changed.values())
    tx.put('resources', keyOf.resource(context.scope, restApiId, resource.id), resource);
}

function bareMethod({ context, restApiId }: ApiWriter, imported: ImportedMethod, ids: PartIds): Method {
  const { validator } = imported;
  const requestValidatorId = validator === undefined ? undefined : ids.validators.get(validator);
  if (validator !== undefined && requestValidatorId === undefined)
    throw badRequest('Invalid Request Validator identifier specified');
  const authorizerId = imported.authorizer === undefined ? undefined : ids.authorizers.get(imported.authorizer);
  const { authorizationScopes } = imported;
  return checkedMethod(
    context,
    restApiId,
    defined({
      httpMethod: imported.verb,
      authorizationType: imported.authorizationType,
      authorizerId,
      authorizationScopes: authorizationScopes.length > 0 ? authorizationScopes : undefined,
      apiKeyRequired: imported.apiKeyRequired,
      operationName: imported.operationName,
      requestValidatorId,
      requestParameters: imported.requestParameters,
      requestModels: imported.requestModels,
    }),
  );
}

function methodResponses(
  { context, restApiId }: ApiWriter,
  { responses }: ImportedMethod,
): Pick<Method, 'methodResponses'> {
  const entries = Object.entries(responses).map(([statusCode, { parameters, models }]): [string, MethodResponse] => {
    refuseBadResponseParameters(parameters);
    refuseUnknownModels(context, restApiId, models);
    return [statusCode, withoutEmpty({ statusCode, responseParameters: parameters, responseModels: models })];
  });
  return entries.length > 0 ? { methodResponses: Object.fromEntries(entries) } : {};
}

/** As PutIntegration fills it in. */
function integration(
  { context }: ApiWriter,
  resource: StoredResource,
  { integrationResponses = {}, ...given }: Integration,
  method: Method,
): Integration {
  const isHttp = given.type === 'HTTP' || given.type === 'HTTP_PROXY';
  const checked = checkedIntegration(
    context,
    defined({
      ...given,
      connectionType: given.connectionType ?? (isHttp ? ('INTERNET' as const) : undefined),
      passthroughBehavior: given.passthroughBehavior ?? 'WHEN_NO_MATCH',
      timeoutInMillis: given.timeoutInMillis ?? 29_000,
      cacheNamespace: given.cacheNamespace ?? resource.id,
      cacheKeyParameters: given.cacheKeyParameters ?? [],
    }),
    method,
  );
  const responses = Object.entries(integrationResponses).map(([status, response]) => [
    status,
    checkedIntegrationResponse(response, method),
  ]);
  return responses.length > 0 ? { ...checked, integrationResponses: Object.fromEntries(responses) } : checked;
}
