import type { Integration, IntegrationResponse } from '@/lib/gateway/model';
import { sortedRecord } from '@/lib/gateway/records';
import { sortedMap, sortedSet, textOrNull } from './values';

/** What a type doesn't know is as if it were never set: AWS may keep it from an earlier type, to no effect. */
export function canonicalIntegration(integration: Integration): Integration {
  const { type } = integration;
  const isMock = type === 'MOCK';
  const isHttp = type === 'HTTP' || type === 'HTTP_PROXY';
  const connectionType = isHttp ? integration.connectionType : 'INTERNET';
  const linked = connectionType === 'VPC_LINK';
  return {
    type,
    uri: isMock ? null : textOrNull(integration.uri),
    httpMethod: isMock ? null : textOrNull(integration.httpMethod),
    credentials: textOrNull(integration.credentials),
    connectionType,
    connectionId: linked ? textOrNull(integration.connectionId) : null,
    integrationTarget: linked ? textOrNull(integration.integrationTarget) : null,
    passthroughBehavior: integration.passthroughBehavior,
    contentHandling: integration.contentHandling,
    timeoutMs: integration.timeoutMs,
    cacheNamespace: textOrNull(integration.cacheNamespace),
    cacheKeyParameters: sortedSet(integration.cacheKeyParameters),
    tlsInsecure: isHttp && integration.tlsInsecure,
    responseTransferMode: integration.responseTransferMode,
    requestParameters: sortedMap(integration.requestParameters),
    requestTemplates: sortedMap(integration.requestTemplates),
    responses: sortedRecord(integration.responses, canonicalIntegrationResponse),
  };
}

function canonicalIntegrationResponse(response: IntegrationResponse): IntegrationResponse {
  return {
    selectionPattern: textOrNull(response.selectionPattern),
    contentHandling: response.contentHandling,
    parameters: sortedMap(response.parameters),
    templates: sortedMap(response.templates),
  };
}
