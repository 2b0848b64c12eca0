import type { Integration } from '@aws-sdk/client-api-gateway';
import { filled, type Json } from './json';

const usualTimeout = 29_000;

/** `x-amazon-apigateway-integration`; what AWS adds by itself is left out. `resourceId` is the usual cache namespace. */
export function exportIntegration(integration: Integration, resourceId: string): Json {
  const { type = '', passthroughBehavior = '', connectionType, timeoutInMillis, cacheNamespace } = integration;
  return filled({
    type: type.toLowerCase(),
    httpMethod: integration.httpMethod,
    uri: integration.uri,
    credentials: integration.credentials,
    connectionType: connectionType === 'VPC_LINK' ? connectionType : undefined,
    connectionId: integration.connectionId,
    'integration-target': integration.integrationTarget,
    responses: exportResponses(integration),
    requestParameters: integration.requestParameters,
    requestTemplates: texts(integration.requestTemplates),
    passthroughBehavior: passthroughBehavior.toLowerCase(),
    timeoutInMillis: timeoutInMillis === usualTimeout ? undefined : timeoutInMillis,
    contentHandling: integration.contentHandling,
    cacheNamespace: cacheNamespace === resourceId ? undefined : cacheNamespace,
    cacheKeyParameters: integration.cacheKeyParameters,
    tlsConfig: integration.tlsConfig,
    responseTransferMode: integration.responseTransferMode === 'STREAM' ? 'STREAM' : undefined,
  });
}

/** By selection pattern; the one without is `default`. */
function exportResponses({ integrationResponses = {} }: Integration): Json {
  return Object.fromEntries(
    Object.entries(integrationResponses).map(([statusCode, response]) => [
      response.selectionPattern || 'default',
      filled({
        statusCode,
        responseParameters: response.responseParameters,
        responseTemplates: texts(response.responseTemplates),
        contentHandling: response.contentHandling,
      }),
    ]),
  );
}

/** An empty template may be stored as nothing at all; it is a text in documents. */
function texts(templates: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(templates).map(([type, text]) => [type, text ?? '']));
}
