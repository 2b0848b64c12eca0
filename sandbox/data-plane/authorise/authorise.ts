import { GatewayFault } from '../fault';
import type { CallContext, GatewayCall } from '../gateway-call';
import { headerValue } from '../header-list';
import type { IntegrationTools } from '../integrations/integration';
import { checkApiKey } from './check-api-key';
import { readUserPoolToken } from './read-user-pool-token';
import { runAuthorizer } from './run-authorizer';

export type AuthorisingTools = Pick<IntegrationTools, 'state' | 'functions' | 'signal' | 'log' | 'observed'>;

/** What authorising found out about the caller. */
export type Passed = Pick<CallContext, 'authorizer' | 'apiKey'>;

/**
 * Lets a request pass or throws. Signatures, and tokens of user pools, are checked for what they say and not for who signed
 * them: the sandbox knows no secrets.
 */
export async function authorise(call: GatewayCall, tools: AuthorisingTools): Promise<Passed> {
  const { method, request } = call;
  const type = method.authorizationType ?? 'NONE';
  if (type === 'AWS_IAM' && !isSigned(call)) throw new GatewayFault('missingAuthenticationToken');
  if (type !== 'CUSTOM' && type !== 'COGNITO_USER_POOLS')
    return passWithKey(call, tools, headerValue(request.headers, 'x-api-key'), {});
  const authorizer = call.snapshot.authorizers.find(({ id }) => id === method.authorizerId);
  if (!authorizer) throw new GatewayFault('authorizerConfiguration', 'the method names no authorizer of the API');
  if (type === 'COGNITO_USER_POOLS') {
    const passed = { authorizer: { claims: readUserPoolToken(call, authorizer) } };
    return passWithKey(call, tools, headerValue(request.headers, 'x-api-key'), passed);
  }
  const { context, apiKey } = await runAuthorizer(call, tools, authorizer);
  const isFromAuthorizer = call.restApi.apiKeySource === 'AUTHORIZER';
  const key = isFromAuthorizer ? apiKey : headerValue(request.headers, 'x-api-key');
  return passWithKey(call, tools, key, { authorizer: context });
}

async function passWithKey(
  call: GatewayCall,
  tools: AuthorisingTools,
  key: string | undefined,
  passed: Passed,
): Promise<Passed> {
  return call.method.apiKeyRequired ? { ...passed, apiKey: await checkApiKey(tools.state, call, key) } : passed;
}

function isSigned({ request }: GatewayCall): boolean {
  const authorization = headerValue(request.headers, 'Authorization');
  return (
    authorization?.startsWith('AWS4-HMAC-SHA256 ') === true ||
    request.query.some(([name]) => name === 'X-Amz-Signature')
  );
}
