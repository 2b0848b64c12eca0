import type { Authorizer } from '@aws-sdk/client-api-gateway';
import { GatewayFault } from '../fault';
import type { GatewayCall } from '../gateway-call';
import { parseJson } from '../json-path';
import { identityValues } from './identity-sources';

/**
 * The claims of a user pool's token: one of the authorizer's pools must be its issuer, it must not be over, and it must have
 * one of the method's scopes where there are any. Its signature is not checked.
 */
export function readUserPoolToken(call: GatewayCall, authorizer: Authorizer): Record<string, string> {
  const [token] = identityValues(call, authorizer.identitySource ?? 'method.request.header.Authorization') ?? [];
  const claims = token === undefined ? undefined : claimsOf(token);
  if (!claims) throw new GatewayFault('unauthorized');
  const pools = (authorizer.providerARNs ?? []).map((arn) => arn.split('/').at(-1));
  const isOver = Number(claims.exp ?? 0) * 1000 <= call.request.receivedAt;
  if (isOver || !pools.includes(claims.iss?.split('/').at(-1))) throw new GatewayFault('unauthorized');
  const { authorizationScopes = [] } = call.method;
  const scopes = (claims.scope ?? '').split(' ');
  const isAccess = authorizationScopes.length > 0;
  if (isAccess && !authorizationScopes.some((scope) => scopes.includes(scope))) throw new GatewayFault('unauthorized');
  return claims;
}

function claimsOf(token: string): Record<string, string> | undefined {
  const [, payload = ''] = token.replace(/^Bearer\s+/i, '').split('.');
  const claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  if (typeof claims !== 'object' || claims === null) return undefined;
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  );
}
