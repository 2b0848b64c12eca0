import type { IntegrationType } from '@aws-sdk/client-api-gateway';
import { GatewayFault } from '../fault';
import type { GatewayCall } from '../gateway-call';
import { runHttp, runHttpProxy } from './http';
import type { RunIntegration } from './integration';
import { runMock } from './mock';
import { runS3 } from './s3';

const integrations: Record<IntegrationType, RunIntegration> = {
  HTTP: runHttp,
  HTTP_PROXY: runHttpProxy,
  MOCK: runMock,
  AWS: (call, tools) => {
    const isS3 = /^arn:aws:apigateway:[^:]*:s3:path\//.test(call.integration.uri ?? '');
    return isS3 ? runS3(call, tools) : unsupported(call);
  },
  AWS_PROXY: unsupported,
};

/** Runs the call's integration; what the sandbox can't run ends like a bad integration does at AWS. */
export const runIntegration: RunIntegration = (call, tools) => {
  const { type, connectionType } = call.integration;
  if (type === undefined || connectionType === 'VPC_LINK') return unsupported(call);
  return integrations[type](call, tools);
};

async function unsupported({ integration }: GatewayCall): Promise<never> {
  const { type, uri, connectionType } = integration;
  throw new GatewayFault(
    'internal',
    `the sandbox can't run this integration: ${[type, connectionType, uri].join(' ')}`,
  );
}
