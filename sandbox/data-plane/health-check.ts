import type { State } from '../state';
import type { GatewayRequest } from './gateway-call';
import { findDomain } from './hosts';
import type { GatewayAnswer } from './integration-answer';

const reserved = new Set(['/ping', '/sping']);

/** Root paths of custom domains that API Gateway keeps for its own health checks: no API sees them (facts 01, 1.3). */
export function isHealthCheck(state: State, { host, path }: GatewayRequest): boolean {
  return reserved.has(path) && findDomain(state, host) !== undefined;
}

export function healthy(): GatewayAnswer {
  return { status: 200, headers: [['Content-Type', 'text/plain']], body: Buffer.from('healthy') };
}
