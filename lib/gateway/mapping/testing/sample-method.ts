import type { Integration, Method } from '../../model';

/** A method for tests: an HTTP_PROXY to a back end, and what the test wants otherwise. */
export function sampleMethod(integration: Partial<Integration> = {}, method: Partial<Method> = {}): Method {
  return {
    authorizationType: 'NONE',
    authorizer: null,
    authorizationScopes: [],
    apiKeyRequired: false,
    operationName: null,
    requestValidator: null,
    requestParameters: {},
    requestModels: {},
    responses: {},
    integration: {
      type: 'HTTP_PROXY',
      uri: 'https://back.example.com/',
      httpMethod: 'ANY',
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
      ...integration,
    },
    ...method,
  };
}
