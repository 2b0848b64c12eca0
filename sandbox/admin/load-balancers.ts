import { z } from 'zod';
import type { StoredLoadBalancer } from '../model';
import { Failure } from '../protocol/failure';
import { defaultAccount, defaultRegion, keyOf, scopeOf } from '../scope';
import type { AdminRoute } from './admin-route';

const wanted = z.strictObject({
  dnsName: z.string().regex(/^[A-Za-z0-9.-]{1,253}$/, 'A host name, without port.'),
  /** Made of the name's first label when it isn't given. */
  arn: z
    .string()
    .regex(
      /^arn:aws:elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/(net|app)\/.+$/,
      'The ARN of a load balancer.',
    )
    .optional(),
  /** Where it leads: the address of a back end on this machine, without path. */
  url: z.string().regex(/^https?:\/\/[^/?#@\s]+$/, 'http://host:port, without path.'),
  description: z.string().max(256).default(''),
  isPublic: z.boolean().default(false),
});

/** What names and ARNs of load balancers stand for. PUT {dnsName, arn?, url, isPublic?}, DELETE ?dnsName=. */
export const loadBalancers: { GET: AdminRoute; PUT: AdminRoute; DELETE: AdminRoute } = {
  GET: ({ state }) => state.list('loadBalancers'),
  PUT: ({ state }, { body }) => {
    const { arn, ...given } = wanted.parse(body);
    const [label = ''] = given.dnsName.split('.', 1);
    const own = `arn:aws:elasticloadbalancing:${defaultRegion}:${defaultAccount}:loadbalancer/net/${label}/0123456789abcdef`;
    const stored: StoredLoadBalancer = { ...given, arn: arn ?? own };
    const key = keyOf.loadBalancer(scopeOf(defaultRegion), given.dnsName.toLowerCase());
    return state.write((tx) => {
      tx.put('loadBalancers', key, stored);
      return stored;
    });
  },
  DELETE: async ({ state }, { query }) => {
    const dnsName = query.get('dnsName') ?? '';
    const key = keyOf.loadBalancer(scopeOf(defaultRegion), dnsName.toLowerCase());
    if (!state.get('loadBalancers', key)) throw new Failure('NotFound', `There is no load balancer '${dnsName}'.`, 404);
    await state.write((tx) => tx.remove('loadBalancers', key));
    return { removed: 1 };
  },
};
