import type { Context } from '../context';
import { demoLoadBalancers } from '../demo/load-balancers';
import { createDeployment } from '../services/api-gateway/create-deployment';
import { createResource } from '../services/api-gateway/create-resource';
import { createRestApi } from '../services/api-gateway/create-rest-api';
import { createStage } from '../services/api-gateway/create-stage';
import { createVpcLink } from '../services/api-gateway/create-vpc-link';
import { seedAccountRoute } from './seed-account-route';
import { seedDocsRoute } from './seed-docs-route';
import { seedFulfilmentRoute } from './seed-fulfilment-route';
import { seedHealthRoute } from './seed-health-route';
import { seedOrdersRoutes } from './seed-orders-routes';
import { seedProxyRoute } from './seed-proxy-route';

const day = 24 * 3_600_000;

/** The shared gateway with its routes, deployed twice: `prod` and `staging` serve the second deployment. */
export async function seedGateway(context: Context): Promise<{ restApiId: string; stage: string }> {
  const { id: restApiId = '', rootResourceId = '' } = await createRestApi(context, {
    name: 'shared-gateway',
    description: 'The single entry point of all tenants',
    endpointConfiguration: { types: ['REGIONAL'] },
    tags: { 'gatehouse:gateway': 'shared' },
  });
  const resource = async (pathPart: string, parentId = rootResourceId) => {
    const { id: resourceId = '' } = await createResource(context, { restApiId, parentId, pathPart });
    return { restApiId, resourceId };
  };
  const { microservice, webApplication, inventory } = demoLoadBalancers;

  // What the micro-service is told about each request, besides the request itself.
  const mappings = {
    'integration.request.header.X-Gateway-Tenant': 'context.domainName',
    'integration.request.header.X-Custom-Header': "'shared-gateway'",
    'integration.request.querystring.environment': 'stageVariables.environment',
  };
  await seedProxyRoute(context, { ...(await resource('service1')), to: `http://${microservice.dnsName}`, mappings });
  await seedProxyRoute(context, { ...(await resource('service2')), to: `http://${webApplication.dnsName}` });
  const docs = await resource('docs');
  await seedDocsRoute(context, await resource('{proxy+}', docs.resourceId));
  await createDeployment(context, {
    restApiId,
    stageName: 'prod',
    stageDescription: 'What all tenants use',
    description: 'First deployment',
    variables: { environment: 'production' },
  });

  const { id: vpcLinkId = '' } = await createVpcLink(context, {
    name: 'inventory',
    description: 'To the private network of the warehouse',
    targetArns: [inventory.arn],
  });
  await seedProxyRoute(context, { ...(await resource('inventory')), to: `http://${inventory.dnsName}`, vpcLinkId });
  const orders = await resource('orders');
  await seedOrdersRoutes(context, { orders, order: await resource('{id}', orders.resourceId) });
  await seedFulfilmentRoute(context, await resource('fulfilment'));
  await seedAccountRoute(context, await resource('account'));
  await seedHealthRoute(context, await resource('health'));

  const later = { ...context, now: context.now + 20 * day };
  const { id: deploymentId } = await createDeployment(later, {
    restApiId,
    stageName: 'prod',
    description: 'Orders, fulfilment, inventory, account and health',
  });
  await createStage(later, {
    restApiId,
    stageName: 'staging',
    deploymentId,
    description: 'For trying things out before tenants see them',
    variables: { environment: 'staging' },
  });
  return { restApiId, stage: 'prod' };
}
