import 'server-only';
import { GetResourcesCommand, type Method as SdkMethod } from '@aws-sdk/client-api-gateway';
import type { Method, Resource } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { required } from '../reshape';

/** The resource tree of a REST API (its working copy) with methods and integrations. */
export function getResources(aws: Aws, restApiId: string): Promise<Resource[]> {
  return collectPages(async (position: string | undefined) => {
    const page = await aws.apiGateway.send(
      new GetResourcesCommand({ restApiId, limit: 500, position, embed: ['methods'] }),
    );
    const items = (page.items ?? []).map((resource) => ({
      restApiId,
      id: required(resource.id, 'id'),
      parentId: resource.parentId ?? null,
      path: required(resource.path, 'path'),
      methods: Object.entries(resource.resourceMethods ?? {}).map(([verb, method]) => reshapeMethod(verb, method)),
    }));
    return { items, next: page.position };
  });
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
