import type { Method } from '@aws-sdk/client-api-gateway';
import { GatewayFault } from './fault';
import type { GatewayRequest } from './gateway-call';
import { headerValue } from './header-list';

/**
 * Lets a request pass or throws. Signatures are checked for their shape only: the sandbox knows no secrets. Authorizers
 * and API keys aren't played yet, so a request that offers credentials to one fails, and says so in the log.
 */
export function authorise(method: Method, request: GatewayRequest): void {
  const authorization = headerValue(request.headers, 'Authorization');
  switch (method.authorizationType ?? 'NONE') {
    case 'NONE':
      break;
    case 'AWS_IAM': {
      const isSigned =
        authorization?.startsWith('AWS4-HMAC-SHA256 ') || request.query.some(([name]) => name === 'X-Amz-Signature');
      if (!isSigned) throw new GatewayFault('missingAuthenticationToken');
      break;
    }
    default:
      if (authorization === undefined) throw new GatewayFault('unauthorized');
      throw new GatewayFault('internal', `the sandbox can't run authorizers (${method.authorizationType})`);
  }
  if (!method.apiKeyRequired) return;
  const hasKey = headerValue(request.headers, 'x-api-key') !== undefined;
  throw new GatewayFault('forbidden', hasKey ? 'the sandbox knows no API keys' : 'no API key in the request');
}
