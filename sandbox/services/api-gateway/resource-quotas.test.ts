import {
  CreateApiKeyCommand,
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  CreateVpcLinkCommand,
  GenerateClientCertificateCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dials } from '../../dials';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
let restApiId: string;
let root: string;
let deploymentId: string | undefined;
let keyId: string | undefined;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  ({ restApiId, root } = await createTestApi(sandbox));
  const at = { restApiId, resourceId: root, httpMethod: 'GET' };
  await sandbox.gateway.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
  await sandbox.gateway.send(new PutIntegrationCommand({ ...at, type: 'MOCK' }));
  deploymentId = (await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId }))).id;
  keyId = (await sandbox.gateway.send(new CreateApiKeyCommand({ name: 'first' }))).id;
});
afterAll(() => sandbox.stop());

type Quota = Exclude<
  { [D in keyof Dials]: D extends `max${string}` ? D : never }[keyof Dials],
  'maxIntegrationTimeoutMs'
>;

let count = 0;
function fresh(): string {
  count += 1;
  return `n${count}`;
}
const api = (type: 'REGIONAL' | 'EDGE' | 'PRIVATE') => () =>
  sandbox.gateway.send(new CreateRestApiCommand({ name: fresh(), endpointConfiguration: { types: [type] } }));
const plan = () => sandbox.gateway.send(new CreateUsagePlanCommand({ name: fresh() }));
const authorizerUri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
const targetArns = ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/one/1'];

/** How many there are already, how one more is made, and what AWS calls them. */
const cases: Partial<Record<Quota, [present: number, make: () => Promise<unknown>, things: string]>> = {
  maxRegionalApis: [1, api('REGIONAL'), 'APIs'],
  maxEdgeApis: [0, api('EDGE'), 'APIs'],
  maxPrivateApis: [0, api('PRIVATE'), 'APIs'],
  maxVpcLinks: [0, () => sandbox.gateway.send(new CreateVpcLinkCommand({ name: fresh(), targetArns })), 'VPC links'],
  maxClientCertificates: [
    0,
    () => sandbox.gateway.send(new GenerateClientCertificateCommand({})),
    'Client Certificates',
  ],
  maxApiKeys: [1, () => sandbox.gateway.send(new CreateApiKeyCommand({ name: fresh() })), 'API Keys'],
  maxUsagePlans: [0, plan, 'Usage Plans'],
  maxUsagePlansPerKey: [
    0,
    async () => {
      const { id: usagePlanId } = await plan();
      return sandbox.gateway.send(new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }));
    },
    'Usage Plans for this API Key',
  ],
  maxResources: [
    1,
    () => sandbox.gateway.send(new CreateResourceCommand({ restApiId, parentId: root, pathPart: fresh() })),
    'Resources for this API',
  ],
  maxStages: [
    0,
    () => sandbox.gateway.send(new CreateStageCommand({ restApiId, deploymentId, stageName: fresh() })),
    'Stages for this API',
  ],
  maxAuthorizers: [
    0,
    () =>
      sandbox.gateway.send(new CreateAuthorizerCommand({ restApiId, name: fresh(), type: 'REQUEST', authorizerUri })),
    'Authorizers for this API',
  ],
};

test.each(Object.entries(cases))('%s is a dial', async (quota, [present, make, things]) => {
  const before = (await sandbox.admin('GET', 'dials')) as Dials;
  await sandbox.admin('PATCH', 'dials', { [quota]: present + 1 });
  await make();
  const [plain] = things.split(' for ');
  expect(await refusalOf(make())).toEqual({
    name: 'LimitExceededException',
    message: `Maximum number of ${things} has been reached.  Please contact AWS if you need additional ${plain}.`,
    status: 429,
  });
  await sandbox.admin('PATCH', 'dials', before);
  await make();
});
