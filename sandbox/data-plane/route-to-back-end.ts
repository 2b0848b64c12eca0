import type { StoredLoadBalancer } from '../model';
import { keyOf } from '../scope';
import type { State } from '../state';
import type { BackEndRequest } from './build-back-end-request';
import { derived } from './derived';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import { headerValue } from './header-list';

const loadBalancers = derived(
  (state) => {
    const byName = new Map<string, StoredLoadBalancer>();
    const byArn = new Map<string, StoredLoadBalancer>();
    for (const each of state.list('loadBalancers')) {
      byName.set(each.dnsName.toLowerCase(), each);
      byArn.set(each.arn, each);
    }
    return { byName, byArn };
  },
  ['loadBalancers'],
);

/**
 * Leads a request to where it is really served: through the VPC link to the local port that its load balancer is bound
 * to, or, without a link, to the local port of a public load balancer's name. Other hosts are reached as they are.
 */
export function routeToBackEnd(state: State, call: GatewayCall, request: BackEndRequest): BackEndRequest {
  const host = request.origin.replace(/^https?:\/\//i, '');
  const bound = call.integration.connectionType === 'VPC_LINK' ? linked(state, call) : named(state, host);
  if (!bound) return request;
  const { origin } = new URL(bound.url);
  const hasHost = headerValue(request.headers, 'Host') !== undefined;
  return { ...request, origin, headers: hasHost ? request.headers : [['Host', host], ...request.headers] };
}

/** A link's network load balancer (v1), or the load balancer that the integration names itself (v2). */
function linked(state: State, call: GatewayCall): StoredLoadBalancer {
  const fill = (text = '') =>
    text.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => call.stage.variables?.[name] ?? '');
  const target = fill(call.integration.integrationTarget);
  const linkId = fill(call.integration.connectionId);
  const link = state.get('vpcLinks', keyOf.vpcLink(call.scope, linkId))?.link;
  if (target === '' && !link) throw new GatewayFault('internal', `There is no VPC link '${linkId}'`);
  const arn = target || (link?.targetArns?.[0] ?? '');
  const bound = loadBalancers(state).byArn.get(arn);
  if (!bound) throw new GatewayFault('network', `No load balancer of the sandbox has the ARN ${arn}`);
  return bound;
}

function named(state: State, host: string): StoredLoadBalancer | undefined {
  const bound = loadBalancers(state).byName.get(host.replace(/:\d+$/, '').toLowerCase());
  return bound?.isPublic ? bound : undefined;
}
