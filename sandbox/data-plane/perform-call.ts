import { observe } from './access-log/observed';
import { type AuthorisingTools, authorise } from './authorise/authorise';
import { compressAnswer } from './compress-answer';
import { decodeRequest } from './decode-request';
import { GatewayFault } from './fault';
import type { GatewayCall } from './gateway-call';
import type { GatewayAnswer } from './integration-answer';
import type { IntegrationTools } from './integrations/integration';
import { runIntegration } from './integrations/run-integration';
import { validateRequest } from './validate/validate-request';

/** The integration's time when it names none, ms. */
const defaultTimeoutMs = 29_000;

export function timeoutOf({ integration }: GatewayCall): number {
  return integration.timeoutInMillis ?? defaultTimeoutMs;
}

/** Lets the caller in, or throws; the call knows its caller afterwards. */
export async function admit(call: GatewayCall, tools: AuthorisingTools): Promise<GatewayCall> {
  const { authorizationType = 'NONE', apiKeyRequired = false } = call.method;
  if (authorizationType === 'NONE' && !apiKeyRequired) return call;
  const passed = await observe(tools.observed, 'authorisation', () => authorise(call, tools));
  return { ...call, ...passed };
}

/** Validates the request and runs the integration. Throws gateway faults. */
export async function performCall(call: GatewayCall, tools: IntegrationTools): Promise<GatewayAnswer> {
  const body = await decodeRequest(call, tools.body);
  if (call.method.requestValidatorId) await validateRequest(call, body);
  if (!call.integration.type) throw new GatewayFault('internal', `no integration for ${call.resource.path}`);
  const answer = await runIntegration(call, { ...tools, body });
  // The answer of a test of a method is shown as text.
  return tools.log ? answer : compressAnswer(call, answer);
}
