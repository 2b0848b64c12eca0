import type { Patch } from '@/lib/gateway/calls';
import type { Authorizer, Model, RequestValidator } from '@/lib/gateway/model';
import { fieldPatch, setPatches } from './patches';

export function authorizerPatches(before: Authorizer, after: Authorizer): Patch[] {
  return [
    ...fieldPatch('/type', before.type, after.type),
    ...setPatches('/providerARNs', before.providerArns, after.providerArns),
    // Cognito has no function; AWS takes no empty one.
    ...(after.uri === null ? [] : fieldPatch('/authorizerUri', before.uri, after.uri)),
    ...fieldPatch('/authorizerCredentials', before.credentials, after.credentials),
    ...identitySourcePatch(before.identitySource, after.identitySource),
    ...fieldPatch(
      '/identityValidationExpression',
      before.identityValidationExpression,
      after.identityValidationExpression,
    ),
    ...fieldPatch('/authorizerResultTtlInSeconds', before.resultTtl, after.resultTtl),
    ...fieldPatch('/authType', before.authType, after.authType),
  ];
}

function identitySourcePatch(before: string | null, after: string | null): Patch[] {
  if (after !== null) return fieldPatch('/identitySource', before, after);
  return before === null ? [] : [{ op: 'remove', path: '/identitySource' }];
}

/** The content type can't be changed: see `withoutRecreated`. */
export function modelPatches(before: Model, after: Model): Patch[] {
  return [
    ...fieldPatch('/description', before.description, after.description),
    ...fieldPatch('/schema', before.schema, after.schema),
  ];
}

export function validatorPatches(before: RequestValidator, after: RequestValidator): Patch[] {
  return [
    ...fieldPatch('/validateRequestBody', before.validateBody, after.validateBody),
    ...fieldPatch('/validateRequestParameters', before.validateParameters, after.validateParameters),
  ];
}
