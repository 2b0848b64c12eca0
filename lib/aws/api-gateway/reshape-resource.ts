import 'server-only';
import type { Method as SdkMethod, Resource as SdkResource } from '@aws-sdk/client-api-gateway';
import type { Method, Resource } from '@/lib/inventory/model';
import { required } from '../reshape';

/** A node of the resource tree in our words, as far as lists and pictures of routes need it. */
export function reshapeResource(restApiId: string, resource: SdkResource): Resource {
  return {
    restApiId,
    id: required(resource.id, 'id'),
    parentId: resource.parentId ?? null,
    path: required(resource.path, 'path'),
    methods: Object.entries(resource.resourceMethods ?? {}).map(([verb, method]) => reshapeMethod(verb, method)),
  };
}

function reshapeMethod(httpMethod: string, method: SdkMethod): Method {
  const integration = method.methodIntegration;
  return {
    httpMethod,
    authorizationType: method.authorizationType ?? 'NONE',
    apiKeyRequired: method.apiKeyRequired ?? false,
    integration: integration
      ? {
          type: required(integration.type, 'type'),
          uri: integration.uri ?? null,
          httpMethod: integration.httpMethod ?? null,
          connectionType: integration.connectionType ?? null,
          requestParameters: integration.requestParameters ?? {},
          timeoutMs: integration.timeoutInMillis ?? null,
        }
      : null,
  };
}
