import type { PutIntegrationCommandInput } from '@aws-sdk/client-api-gateway';
import type { Context } from '../context';
import { createResource } from '../services/api-gateway/create-resource';
import { putIntegration } from '../services/api-gateway/put-integration';
import { putMethod } from '../services/api-gateway/put-method';

interface ProxyRoute {
  restApiId: string;
  resourceId: string;
  /** The back end's address, without path. */
  to: string;
  /** Parameter mappings besides that of the path. */
  mappings?: Record<string, string>;
  /** For a back end in a private network. */
  vpcLinkId?: string;
}

/** Hands a resource and everything below it to a back end, any verb. */
export async function seedProxyRoute(
  context: Context,
  { restApiId, resourceId, to, mappings = {}, vpcLinkId }: ProxyRoute,
): Promise<void> {
  const shared = { restApiId, httpMethod: 'ANY' };
  const proxied: Pick<
    PutIntegrationCommandInput,
    'type' | 'integrationHttpMethod' | 'connectionType' | 'connectionId'
  > = {
    type: 'HTTP_PROXY',
    integrationHttpMethod: 'ANY',
    ...(vpcLinkId === undefined ? {} : { connectionType: 'VPC_LINK', connectionId: vpcLinkId }),
  };
  await putMethod(context, { ...shared, resourceId, authorizationType: 'NONE' });
  await putIntegration(context, { ...shared, ...proxied, resourceId, uri: `${to}/`, requestParameters: mappings });

  const below = await createResource(context, { restApiId, parentId: resourceId, pathPart: '{proxy+}' });
  await putMethod(context, {
    ...shared,
    resourceId: below.id,
    authorizationType: 'NONE',
    requestParameters: { 'method.request.path.proxy': true },
  });
  await putIntegration(context, {
    ...shared,
    ...proxied,
    resourceId: below.id,
    uri: `${to}/{proxy}`,
    requestParameters: { ...mappings, 'integration.request.path.proxy': 'method.request.path.proxy' },
    cacheKeyParameters: ['method.request.path.proxy'],
  });
}
