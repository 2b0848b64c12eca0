import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ACMClient } from '@aws-sdk/client-acm';
import { APIGatewayClient, CreateRestApiCommand } from '@aws-sdk/client-api-gateway';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { Route53Client } from '@aws-sdk/client-route-53';
import { type RunningSandbox, type SandboxOptions, startSandbox } from './start';

const anyPorts = { aws: 0, http: 0, https: 0, dns: 0 };
const fast = {
  validationRecordsAfterMs: 0,
  certificateIssueAfterMs: 0,
  dnsSyncMs: 0,
  inUseByLagMs: 0,
  certificateListedAfterMs: 0,
  vpcLinkReadyAfterMs: 0,
  cacheClusterMs: 0,
  throttles: false,
};

/** A whole sandbox for a test file: empty, quick, without throttles, with real SDK clients that don't retry. */
export interface TestSandbox extends RunningSandbox {
  dataDir: string;
  gateway: APIGatewayClient;
  route53: Route53Client;
  acm: ACMClient;
  lambda: LambdaClient;
  /** Calls an admin route and answers its JSON. */
  admin(method: string, route: string, body?: unknown): Promise<unknown>;
}

export async function startTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'gatehouse-sandbox-'));
  const sandbox = await startSandbox({
    ports: anyPorts,
    seed: false,
    ...options,
    dataDir,
    dials: { ...fast, ...options.dials },
  });
  const clients = testClients(sandbox.url);
  return {
    ...sandbox,
    ...clients,
    dataDir,
    async stop() {
      for (const client of Object.values(clients)) client.destroy();
      await sandbox.stop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
    async admin(method, route, body) {
      const response = await fetch(`${sandbox.url}/_sandbox/${route}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return response.json();
    },
  };
}

/** Clients of the services; one attempt, so that a refusal is seen as it is. */
export function testClients(endpoint: string, region = 'us-east-1', accessKeyId = 'AKIATEST') {
  const common = {
    endpoint,
    region,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 'secret' },
  };
  return {
    gateway: new APIGatewayClient(common),
    route53: new Route53Client(common),
    acm: new ACMClient(common),
    lambda: new LambdaClient(common),
  };
}

/** A regional API with nothing in it: its id, and that of its root resource. */
export async function createTestApi({ gateway }: TestSandbox): Promise<{ restApiId: string; root: string }> {
  const { id = '', rootResourceId = '' } = await gateway.send(
    new CreateRestApiCommand({ name: 'api', endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  return { restApiId: id, root: rootResourceId };
}

/** What a call was refused with; fails the test when it wasn't. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ name: string; message: string; status: number | undefined }> {
  try {
    await call;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { name, message, status: $metadata?.httpStatusCode };
  }
  throw new Error('The call was not refused.');
}
