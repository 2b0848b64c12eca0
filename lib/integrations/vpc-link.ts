// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables and mapping templates write ${…} themselves
import { z } from 'zod';
import type { Integration } from '@/lib/gateway/model';
import { defineForm } from './define-form';
import { readHttp, toHttpMethod, toHttpType, urlSchema, verbSchema, withoutProtocol } from './http-fields';
import { pointAt } from './point-at';

const loadBalancerArn =
  /^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/(app|net)\/[^/]+\/[0-9a-f]+$/;

const schema = z
  .object({
    /** v1 links lead to one network load balancer; v2 links to any load balancer of the VPC, named by its ARN. */
    version: z.enum(['v1', 'v2']),
    connectionId: z
      .string()
      .trim()
      .min(1, 'Choose a VPC link.')
      .max(1024, 'At most 1,024 characters.')
      .regex(/^([A-Za-z0-9-]*|\$\{stageVariables\.\w+\})$/, 'The id of a VPC link, or ${stageVariables.name}.'),
    /** v2 only; `''` with v1. */
    loadBalancer: z.string().trim().max(2048, 'At most 2,048 characters.'),
    /** v1: address of the load balancer. v2: only the Host header, and with https the name in TLS. */
    url: urlSchema,
    proxy: z.boolean(),
    verb: verbSchema,
  })
  .superRefine(({ version, loadBalancer }, context) => {
    const issue = (message: string) => context.addIssue({ code: 'custom', path: ['loadBalancer'], message });
    if (version === 'v1' && loadBalancer !== '') issue('A VPC link v1 knows its load balancer: leave this empty.');
    if (version === 'v2' && loadBalancer === '') issue('Enter the ARN of the load balancer.');
    if (version === 'v2' && loadBalancer !== '' && !loadBalancerArn.test(loadBalancer))
      issue('The ARN of a load balancer: arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app/NAME/ID.');
  });

export type VpcLinkValues = z.infer<typeof schema>;

export const vpcLink = defineForm<VpcLinkValues>({
  title: 'VPC link',
  sentence: 'A load balancer inside a VPC, not reachable from the internet.',
  icon: 'network',
  schema,
  empty: () => ({ version: 'v1', connectionId: '', loadBalancer: '', url: '', proxy: true, verb: 'same' }),
  read(_method, integration) {
    const part = integration.connectionType === 'VPC_LINK' ? readHttp(integration) : null;
    if (part === null) return null;
    const { connectionId, integrationTarget } = integration;
    return {
      version: integrationTarget === null ? 'v1' : 'v2',
      connectionId: connectionId ?? '',
      loadBalancer: integrationTarget ?? '',
      ...part,
    };
  },
  toMethod: (method, { version, connectionId, loadBalancer, url, proxy, verb }, path) =>
    pointAt(
      method,
      {
        type: toHttpType(proxy),
        uri: url.trim(),
        httpMethod: toHttpMethod(verb),
        connectionType: 'VPC_LINK',
        connectionId: connectionId.trim(),
        integrationTarget: version === 'v2' ? loadBalancer.trim() : null,
      },
      path,
    ),
  summary: (integration) => `${withoutProtocol(integration.uri)} ${through(integration)}`,
});

/** "by alb-name" or "by link abc123". */
function through({ integrationTarget, connectionId }: Integration): string {
  const name = integrationTarget?.split('/').at(-2);
  return name ? `by ${name}` : `by link ${connectionId ?? 'unknown'}`;
}
