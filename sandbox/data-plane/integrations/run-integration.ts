import type { IntegrationType } from '@aws-sdk/client-api-gateway';
import { observe } from '../access-log/observed';
import { askThroughCache } from '../ask-through-cache';
import { GatewayFault } from '../fault';
import type { GatewayCall } from '../gateway-call';
import type { GatewayAnswer } from '../integration-answer';
import { aws } from './aws';
import { http, httpProxy } from './http';
import type { IntegrationSteps, IntegrationTools } from './integration';
import { lambdaProxy } from './lambda-proxy';
import { mock } from './mock';

const integrations: Record<IntegrationType, IntegrationSteps> = {
  HTTP: http,
  HTTP_PROXY: httpProxy,
  MOCK: mock,
  AWS: aws,
  AWS_PROXY: lambdaProxy,
};

/** Runs the call's integration, through the stage's cache; what the sandbox can't run ends like a bad integration does at AWS. */
export async function runIntegration(call: GatewayCall, tools: IntegrationTools): Promise<GatewayAnswer> {
  const { type } = call.integration;
  if (type === undefined) throw new GatewayFault('internal', 'the integration has no type');
  const { ask, respond } = integrations[type];
  const observedAsk = () =>
    observe(
      tools.observed,
      'integration',
      () => ask(call, tools),
      ({ status }) => status,
    );
  const { answer, warnings } = await askThroughCache(call, tools.state, observedAsk);
  const response = await respond(call, answer);
  return warnings.length === 0 ? response : { ...response, headers: [...response.headers, ...warnings] };
}
