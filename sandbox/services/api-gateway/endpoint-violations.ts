import type { EndpointConfiguration } from '@aws-sdk/client-api-gateway';
import { violation } from '../../protocol/failure';

/** In the order in which AWS prints them. */
const endpointTypes = ['PRIVATE', 'EDGE', 'REGIONAL'];
const ipAddressTypes = ['ipv4', 'dualstack'];

/** What the framework has against an endpoint configuration (facts 7.3). */
export function endpointViolations(
  { types = [], ipAddressType }: EndpointConfiguration = {},
  shapeName: string,
): string[] {
  const path = `${shapeName}.endpointConfiguration`;
  const violations: string[] = [];
  if (ipAddressType !== undefined && !ipAddressTypes.includes(ipAddressType)) {
    const constraint = `Member must satisfy enum value set: [${ipAddressTypes.join(', ')}]`;
    violations.push(violation(ipAddressType, `${path}.ipAddressType`, constraint));
  }
  if (types.some((type) => !endpointTypes.includes(type))) {
    const constraint = `Member must satisfy constraint: [Member must satisfy enum value set: [${endpointTypes.join(', ')}]]`;
    violations.push(violation(`[${types.join(', ')}]`, `${path}.types`, constraint));
  }
  return violations;
}
