import type { Patch } from '@/lib/gateway/calls';
import type { Method, MethodResponse } from '@/lib/gateway/model';
import { fieldPatch, mapPatches, replace, setPatches } from './patches';

/** Of the method itself: its responses and its integration have calls of their own. */
export function methodPatches(before: Method, after: Method): Patch[] {
  return [
    ...fieldPatch('/authorizationType', before.authorizationType, after.authorizationType),
    ...authorizerPatch(before.authorizer, after.authorizer),
    ...setPatches('/authorizationScopes', before.authorizationScopes, after.authorizationScopes),
    ...fieldPatch('/apiKeyRequired', before.apiKeyRequired, after.apiKeyRequired),
    ...fieldPatch('/operationName', before.operationName, after.operationName),
    ...validatorPatch(before.requestValidator, after.requestValidator),
    ...mapPatches('/requestParameters', before.requestParameters, after.requestParameters),
    ...mapPatches('/requestModels', before.requestModels, after.requestModels),
  ];
}

function authorizerPatch(before: string | null, after: string | null): Patch[] {
  return before === after ? [] : [replace('/authorizerId', after === null ? '' : { authorizer: after })];
}

function validatorPatch(before: string | null, after: string | null): Patch[] {
  return before === after ? [] : [replace('/requestValidatorId', after === null ? '' : { validator: after })];
}

export function methodResponsePatches(before: MethodResponse, after: MethodResponse): Patch[] {
  return [
    ...mapPatches('/responseParameters', before.parameters, after.parameters),
    ...mapPatches('/responseModels', before.models, after.models),
  ];
}
