import type { IntegrationType } from '@aws-sdk/client-api-gateway';
import { GatewayFault } from '../fault';
import { runAws } from './aws';
import { runHttp, runHttpProxy } from './http';
import type { RunIntegration } from './integration';
import { runLambdaProxy } from './lambda-proxy';
import { runMock } from './mock';

const integrations: Record<IntegrationType, RunIntegration> = {
  HTTP: runHttp,
  HTTP_PROXY: runHttpProxy,
  MOCK: runMock,
  AWS: runAws,
  AWS_PROXY: runLambdaProxy,
};

/** Runs the call's integration; what the sandbox can't run ends like a bad integration does at AWS. */
export const runIntegration: RunIntegration = async (call, tools) => {
  const { type } = call.integration;
  if (type === undefined) throw new GatewayFault('internal', 'the integration has no type');
  return integrations[type](call, tools);
};
