import {
  CreateDeploymentCommand,
  CreateVpcLinkCommand,
  type CreateVpcLinkCommandInput,
  DeleteStageCommand,
  DeleteVpcLinkCommand,
  GetTagsCommand,
  GetVpcLinkCommand,
  GetVpcLinksCommand,
  type PatchOperation,
  PutIntegrationCommand,
  PutMethodCommand,
  TagResourceCommand,
  UpdateVpcLinkCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestApi, refusalOf, startTestSandbox, type TestSandbox } from '../../test-sandbox';

let sandbox: TestSandbox;
const arn = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/n/1';

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.admin('PATCH', 'dials', { vpcLinkReadyAfterMs: 0 }));

const create = (input: Partial<CreateVpcLinkCommandInput> = {}) =>
  sandbox.gateway.send(new CreateVpcLinkCommand({ name: 'link', targetArns: [arn], ...input }));
const get = (vpcLinkId = '') => sandbox.gateway.send(new GetVpcLinkCommand({ vpcLinkId }));
const remove = (vpcLinkId = '') => sandbox.gateway.send(new DeleteVpcLinkCommand({ vpcLinkId }));

test('a link is pending for a while, then available; changed, tagged, deleted', async () => {
  await sandbox.admin('PATCH', 'dials', { vpcLinkReadyAfterMs: 60_000 });
  const { $metadata, ...created } = await create({ description: 'to the cluster', tags: { a: '1' } });
  expect([$metadata.httpStatusCode, created]).toEqual([
    202,
    {
      id: created.id,
      name: 'link',
      description: 'to the cluster',
      targetArns: [arn],
      status: 'PENDING',
      tags: { a: '1' },
    },
  ]);
  await sandbox.admin('POST', 'clock', { advanceMs: 60_000 });
  expect(await get(created.id)).toMatchObject({ status: 'AVAILABLE', statusMessage: 'Your vpc link is ready for use' });
  const patch = (...patchOperations: PatchOperation[]) =>
    sandbox.gateway.send(new UpdateVpcLinkCommand({ vpcLinkId: created.id, patchOperations }));
  expect(
    await patch({ op: 'replace', path: '/name', value: 'other' }, { op: 'replace', path: '/description', value: 'x' }),
  ).toMatchObject({ name: 'other', description: 'x' });
  expect((await refusalOf(patch({ op: 'add', path: '/targetArns', value: arn }))).message).toBe(
    'Target arns are not allowed to be changed/added.',
  );
  expect((await refusalOf(patch({ op: 'replace', path: '/status', value: 'x' }))).message).toBe(
    "Invalid patch path  '/status' specified for op 'replace'. Must be one of: [/name, /description]",
  );
  const resourceArn = `arn:aws:apigateway:us-east-1::/vpclinks/${created.id}`;
  await sandbox.gateway.send(new TagResourceCommand({ resourceArn, tags: { b: '2' } }));
  expect((await sandbox.gateway.send(new GetTagsCommand({ resourceArn }))).tags).toEqual({ a: '1', b: '2' });
  expect((await sandbox.gateway.send(new GetVpcLinksCommand({}))).items?.map((item) => item.name)).toEqual(['other']);
  expect((await remove(created.id)).$metadata.httpStatusCode).toBe(202);
  expect(await refusalOf(get(created.id))).toMatchObject({
    message: 'Invalid Vpc Link identifier specified',
    status: 404,
  });
});

test.each<[Partial<CreateVpcLinkCommandInput>, string]>([
  [{ name: '' }, 'Name cannot be empty'],
  [{ targetArns: ['x'] }, 'Invalid ARN. ARN is not well formed x'],
  [{ targetArns: [arn, arn] }, 'More than one target arn specified for vpc link.'],
])('refuses the link %j', async (input, message) => {
  expect(await refusalOf(create(input))).toEqual({ name: 'BadRequestException', message, status: 400 });
});

test('a link stays while a stage serves a deployment that uses it', async () => {
  const { id: connectionId } = await create();
  const { restApiId, root } = await createTestApi(sandbox);
  const address = { restApiId, resourceId: root, httpMethod: 'POST' };
  const integrate = (connection: string | undefined) =>
    sandbox.gateway.send(
      new PutIntegrationCommand({
        ...address,
        type: 'HTTP_PROXY',
        integrationHttpMethod: 'POST',
        uri: 'http://cluster.internal/',
        connectionType: 'VPC_LINK',
        connectionId: connection,
      }),
    );
  await sandbox.gateway.send(new PutMethodCommand({ ...address, authorizationType: 'NONE' }));
  await integrate('${' + 'stageVariables.link}');
  const variables = { link: connectionId ?? '' };
  await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod', variables }));
  await integrate(connectionId);
  await sandbox.gateway.send(new CreateDeploymentCommand({ restApiId, stageName: 'test' }));
  await integrate('another');
  const refused = await refusalOf(remove(connectionId));
  expect(refused).toMatchObject({ name: 'BadRequestException', status: 400 });
  expect(refused.message).toBe(
    `Cannot delete vpc link. Vpc link '${connectionId}', is referenced in [${restApiId}:POST:${root}:prod, ${restApiId}:POST:${root}:test] in format of [RESTApiId:Method:Resource:Stage].`,
  );
  for (const stageName of ['prod', 'test'])
    await sandbox.gateway.send(new DeleteStageCommand({ restApiId, stageName }));
  await remove(connectionId);
});
