import { type Method, type MethodResponse, type Resource, verbs } from '@/lib/gateway/model';
import { sortedRecord } from '@/lib/gateway/records';
import { integrationFromAws } from './integration';
import type { RawMethod, RawMethodResponse, RawResource } from './raw-gateway';
import { oneOf } from './values';

/** What AWS's ids are called. */
export interface Names {
  authorizers: ReadonlyMap<string, string>;
  validators: ReadonlyMap<string, string>;
}

const authorizationTypes = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'] as const;

export function resourceFromAws(raw: RawResource, names: Names): Resource {
  const methods: Resource['methods'] = {};
  for (const verb of verbs) {
    const method = raw.resourceMethods?.[verb];
    if (method) methods[verb] = methodFromAws(method, raw.id ?? '', names);
  }
  return { methods };
}

function methodFromAws(raw: RawMethod, resourceId: string, names: Names): Method {
  const nameOf = (id: string | null | undefined, all: ReadonlyMap<string, string>) => (id ? (all.get(id) ?? id) : null);
  return {
    authorizationType: oneOf(raw.authorizationType, authorizationTypes, 'NONE'),
    authorizer: nameOf(raw.authorizerId, names.authorizers),
    authorizationScopes: raw.authorizationScopes ?? [],
    apiKeyRequired: raw.apiKeyRequired ?? false,
    operationName: raw.operationName ?? null,
    requestValidator: nameOf(raw.requestValidatorId, names.validators),
    requestParameters: raw.requestParameters ?? {},
    requestModels: raw.requestModels ?? {},
    responses: sortedRecord(raw.methodResponses ?? {}, methodResponseFromAws),
    integration: raw.methodIntegration ? integrationFromAws(raw.methodIntegration, resourceId) : null,
  };
}

function methodResponseFromAws(raw: RawMethodResponse): MethodResponse {
  return { parameters: raw.responseParameters ?? {}, models: raw.responseModels ?? {} };
}
