import type { Integration, IntegrationResponse, IntegrationType } from '@/lib/gateway/model';

/** An integration with AWS's defaults. */
export function newIntegration(type: IntegrationType): Integration {
  return {
    type,
    uri: null,
    httpMethod: null,
    credentials: null,
    connectionType: 'INTERNET',
    connectionId: null,
    integrationTarget: null,
    passthroughBehavior: 'WHEN_NO_MATCH',
    contentHandling: null,
    timeoutMs: 29_000,
    cacheNamespace: null,
    cacheKeyParameters: [],
    tlsInsecure: false,
    responseTransferMode: 'BUFFERED',
    requestParameters: {},
    requestTemplates: {},
    responses: {},
  };
}

export function newResponse(
  selectionPattern: string | null,
  more: Partial<IntegrationResponse> = {},
): IntegrationResponse {
  return { selectionPattern, contentHandling: null, parameters: {}, templates: {}, ...more };
}

/** Whether AWS hands request and answer through as they are, without integration responses. */
export const isProxy = (type: IntegrationType): boolean => type.endsWith('_PROXY');
