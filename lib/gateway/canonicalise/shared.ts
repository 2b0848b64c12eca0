import { defaultGatewayTemplate, gatewayResponseStatuses } from '@/lib/gateway/gateway-response-types';
import type { Authorizer, GatewayResponse, Model, RequestValidator } from '@/lib/gateway/model';
import { withoutApiId } from '@/lib/gateway/model-references';
import { entryOf } from '@/lib/gateway/records';
import { canonicalJson } from './json-text';
import { sortedMap, sortedSet, textOrNull } from './values';

/** What AWS notes by itself when an authorizer is made; it does nothing, and stays when the type is changed. */
const awsAuthTypes = ['custom', 'cognito_user_pools'];

export function canonicalAuthorizer(authorizer: Authorizer): Authorizer {
  const isCognito = authorizer.type === 'COGNITO_USER_POOLS';
  return {
    type: authorizer.type,
    providerArns: isCognito ? sortedSet(authorizer.providerArns) : [],
    uri: isCognito ? null : textOrNull(authorizer.uri),
    credentials: isCognito ? null : textOrNull(authorizer.credentials),
    identitySource: textOrNull(authorizer.identitySource),
    identityValidationExpression: textOrNull(authorizer.identityValidationExpression),
    resultTtl: authorizer.resultTtl,
    authType: awsAuthTypes.includes(authorizer.authType ?? '') ? null : textOrNull(authorizer.authType),
  };
}

export function canonicalModel(model: Model): Model {
  return {
    contentType: model.contentType,
    description: textOrNull(model.description),
    schema: canonicalJson(model.schema, withoutApiId),
  };
}

export function canonicalValidator({ validateBody, validateParameters }: RequestValidator): RequestValidator {
  return { validateBody, validateParameters };
}

/** Without what AWS fills in where nothing is said: the type's own status and the one default body. */
export function canonicalGatewayResponse(response: GatewayResponse, type: string): GatewayResponse {
  const { contentType, text } = defaultGatewayTemplate;
  // AWS takes no empty ones here.
  const templates = Object.entries(response.templates).filter(([, template]) => template !== '');
  const isDefault = templates.length === 1 && templates[0]?.[0] === contentType && templates[0][1] === text;
  const status = textOrNull(response.status);
  return {
    status: status === entryOf(gatewayResponseStatuses, type) ? null : status,
    parameters: sortedMap(response.parameters),
    templates: isDefault ? {} : sortedMap(Object.fromEntries(templates)),
  };
}
