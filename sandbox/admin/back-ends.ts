import type { StoredLoadBalancer } from '../model';
import type { AdminRoute } from './admin-route';

/** The demo back ends with the URLs that integrations may lead to: by name through the gateway, and directly. */
export const backEnds: { GET: AdminRoute } = {
  GET: ({ state }) =>
    state
      .list('loadBalancers')
      .filter(({ backEnd }) => backEnd !== undefined)
      .map(described),
};

function described({ backEnd, description, dnsName, arn, isPublic, url }: StoredLoadBalancer) {
  return {
    name: backEnd,
    description,
    url: `http://${dnsName}`,
    reachedBy: isPublic ? 'internet' : 'vpc-link',
    arn,
    localUrl: url,
  };
}
