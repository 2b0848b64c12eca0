import type { Certificate, GatewayDomain } from '@/lib/inventory/model';
import { nameCovers } from './certificate-candidates';

/**
 * Tells whether a certificate concerns one of these domains: the gateway presents it for them, or one of its names is theirs. Pure.
 *
 * @param domains with the custom domain name that serves each
 */
export function concerns(
  domains: readonly { hostname: string; gatewayDomainName: string }[],
  gatewayDomains: readonly GatewayDomain[],
): (certificate: Certificate) => boolean {
  const serving = new Set(domains.map(({ gatewayDomainName }) => gatewayDomainName));
  const presented = new Set(
    gatewayDomains.flatMap(({ name, certificateArn }) => (serving.has(name) && certificateArn ? certificateArn : [])),
  );
  const hostnames = domains.map(({ hostname }) => hostname);
  return ({ arn, names }) =>
    presented.has(arn) || names.some((name) => hostnames.some((hostname) => nameCovers(name, hostname)));
}
