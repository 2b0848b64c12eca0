import type { Finding } from './finding';
import { finding, ofIntegration, perIntegration, type Rule } from './rule';

const loadBalancer = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:(loadbalancer|listener)\//;

export const vpcLinks: Rule = perIntegration((integration, route): Finding[] => {
  const { connectionType, connectionId, integrationTarget, type } = integration;
  if (connectionType !== 'VPC_LINK') return [];
  const subject = ofIntegration(route);
  if (connectionId === null) {
    const fix = 'Choose a VPC link, or the internet.';
    return [
      finding('invalid-vpc-link', 'error', subject, 'it goes through a VPC link, but through none in particular.', fix),
    ];
  }
  if (integrationTarget === null) return [];
  if (!loadBalancer.test(integrationTarget)) {
    const fix = 'Enter the ARN of an application or network load balancer.';
    return [finding('invalid-vpc-link', 'error', subject, 'the target behind the VPC link is no load balancer.', fix)];
  }
  if (type === 'HTTP_PROXY') return [];
  const sentence = 'AWS documents VPC links to a load balancer (v2) for HTTP proxies only.';
  return [finding('vpc-link-type', 'warning', subject, sentence, 'Make it an HTTP proxy.')];
});
