import type { Integration, IntegrationResponse } from '@/lib/gateway/model';
import { type Json, said } from '../json';
import { extension } from '../words';

/** `x-amazon-apigateway-integration`. What has AWS's default isn't written, as AWS's own export does. */
export function writeIntegration(integration: Integration): Json {
  const { responses, rest } = byPattern(integration.responses);
  return {
    type: integration.type.toLowerCase(),
    ...said({
      uri: integration.uri,
      httpMethod: integration.httpMethod,
      credentials: integration.credentials,
      connectionType: unless(integration.connectionType, 'INTERNET'),
      connectionId: integration.connectionId,
      'integration-target': integration.integrationTarget,
      requestParameters: integration.requestParameters,
      requestTemplates: integration.requestTemplates,
    }),
    passthroughBehavior: integration.passthroughBehavior.toLowerCase(),
    ...said({
      contentHandling: integration.contentHandling,
      timeoutInMillis: unless(integration.timeoutMs, 29_000),
      cacheNamespace: integration.cacheNamespace,
      cacheKeyParameters: integration.cacheKeyParameters,
      tlsConfig: integration.tlsInsecure ? { insecureSkipVerification: true } : null,
      responseTransferMode: unless(integration.responseTransferMode, 'BUFFERED'),
      responses,
      [extension.gatehouse]: said({ responses: rest }),
    }),
  };
}

/** Responses are keyed by pattern, `default` is none: two of one pattern have no room there. */
function byPattern(all: Integration['responses']): { responses: Json; rest: Json } {
  const responses: Json = {};
  const rest: Json = {};
  for (const [status, response] of Object.entries(all)) {
    const { selectionPattern } = response;
    const key = selectionPattern ?? 'default';
    const hasNoRoom = Object.hasOwn(responses, key) || selectionPattern === 'default';
    if (hasNoRoom) rest[status] = { selectionPattern, ...writeResponse(response) };
    else responses[key] = { statusCode: status, ...writeResponse(response) };
  }
  return { responses, rest };
}

function writeResponse({ contentHandling, parameters, templates }: IntegrationResponse): Json {
  return said({ contentHandling, responseParameters: parameters, responseTemplates: templates });
}

const unless = <T>(value: T, standard: T): T | null => (value === standard ? null : value);
