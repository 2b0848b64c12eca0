import type { StoredLoadBalancer } from '../model';
import { defaultAccount, defaultRegion, keyOf, scopeOf } from '../scope';
import type { State } from '../state';

export type BackEnd = 'microservice' | 'webApplication' | 'microserviceV2' | 'inventory';

const arnOf = (path: string) => `arn:aws:elasticloadbalancing:${defaultRegion}:${defaultAccount}:loadbalancer/${path}`;

/**
 * The load balancers in front of the demo back ends. Integrations lead to these names, which stay when a back end has to
 * move to another port: neither working copy nor deployments change by that.
 */
export const demoLoadBalancers: Record<BackEnd, Omit<StoredLoadBalancer, 'url' | 'backEnd'>> = {
  microservice: {
    dnsName: 'orders.backends.example.com',
    arn: arnOf('app/orders/0a1b2c3d4e5f6071'),
    description: 'The orders micro-service, version 1',
    isPublic: true,
  },
  webApplication: {
    dnsName: 'storefront.backends.example.com',
    arn: arnOf('app/storefront/1b2c3d4e5f60718a'),
    description: 'The storefront, a web application',
    isPublic: true,
  },
  microserviceV2: {
    dnsName: 'orders-v2.backends.example.com',
    arn: arnOf('app/orders-v2/2c3d4e5f60718a9b'),
    description: 'The orders micro-service, version 2: a place to lead /service1 to',
    isPublic: true,
  },
  inventory: {
    dnsName: 'inventory.backends.internal',
    arn: arnOf('net/inventory/3d4e5f60718a9bac'),
    description: 'The inventory, in a private network: through the VPC link only',
    isPublic: false,
  },
};

/** Binds the demo load balancers to where their back ends listen now. */
export async function putLoadBalancers(state: State, urls: Record<BackEnd, string>): Promise<void> {
  await state.write((tx) => {
    for (const [backEnd, balancer] of Object.entries(demoLoadBalancers) as [BackEnd, StoredLoadBalancer][]) {
      const key = keyOf.loadBalancer(scopeOf(defaultRegion), balancer.dnsName);
      tx.put('loadBalancers', key, { ...balancer, url: urls[backEnd], backEnd });
    }
  });
}
