import type { Context } from '../context';
import { createDeployment } from '../services/api-gateway/create-deployment';
import { createResource } from '../services/api-gateway/create-resource';
import { createRestApi } from '../services/api-gateway/create-rest-api';
import { seedDocsRoute } from './seed-docs-route';
import { seedProxyRoute } from './seed-proxy-route';

/** Addresses of the demo back ends, without path. */
export interface BackEndUrls {
  microservice: string;
  webApplication: string;
}

/** The shared gateway with its routes, deployed to `prod`. */
export async function seedGateway(
  context: Context,
  backEnds: BackEndUrls,
): Promise<{ restApiId: string; stage: string }> {
  const { id: restApiId = '', rootResourceId = '' } = await createRestApi(context, {
    name: 'shared-gateway',
    description: 'The single entry point of all tenants',
    endpointConfiguration: { types: ['REGIONAL'] },
    tags: { 'gatehouse:gateway': 'shared' },
  });
  const resourceUnder = async (parentId: string, pathPart: string): Promise<string> => {
    const { id = '' } = await createResource(context, { restApiId, parentId, pathPart });
    return id;
  };
  const service1 = await resourceUnder(rootResourceId, 'service1');
  const service2 = await resourceUnder(rootResourceId, 'service2');
  const docs = await resourceUnder(rootResourceId, 'docs');

  // What the micro-service is told about each request, besides the request itself.
  const told = {
    'integration.request.header.X-Gateway-Tenant': 'context.domainName',
    'integration.request.header.X-Custom-Header': "'shared-gateway'",
    'integration.request.querystring.environment': 'stageVariables.environment',
  };
  await seedProxyRoute(context, { restApiId, resourceId: service1, to: backEnds.microservice, mappings: told });
  await seedProxyRoute(context, { restApiId, resourceId: service2, to: backEnds.webApplication, mappings: {} });
  await seedDocsRoute(context, { restApiId, resourceId: await resourceUnder(docs, '{proxy+}') });

  await createDeployment(context, {
    restApiId,
    stageName: 'prod',
    stageDescription: 'What all tenants use',
    description: 'First deployment',
    variables: { environment: 'production' },
  });
  return { restApiId, stage: 'prod' };
}
