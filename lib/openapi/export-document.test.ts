import { afterAll, beforeAll, expect, test } from 'vitest';
import { deploy } from '@/lib/deployments/deploy';
import { type GatewayWorld, startGatewayWorld } from '@/lib/deployments/testing/gateway-world';
import { deployable } from '@/lib/gateway/deployable';
import { fromOpenApi } from '@/lib/gateway/openapi/from-open-api';
import { exportDocument } from './export-document';
import { exportSchema } from './schemas';

let world: GatewayWorld;
beforeAll(async () => {
  world = await startGatewayWorld();
});
afterAll(() => world.stop());

const ask = (input: object) => exportDocument(world.ctx, exportSchema.parse(input));

async function readBack(text: string) {
  const { snapshot: base, ids } = await world.working();
  const read = fromOpenApi(text, { base, resourceIds: ids.resources });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return deployable(read.snapshot);
}

test.each(['json', 'yaml'] as const)('the working copy as %s, under a good name', async (as) => {
  const { text, fileName, contentType } = await ask({ of: 'working', as });
  expect(fileName).toMatch(new RegExp(`^[a-z0-9-]+-working-copy-\\d{4}-\\d\\d-\\d\\d\\.${as}$`));
  expect(contentType).toContain(as);
  expect(await readBack(text)).toEqual(deployable((await world.working()).snapshot));
  const [outcome, intent] = await world.audit(2);
  expect(intent).toMatchObject({ action: 'gateway.exported', resourceId: 'the working copy', phase: 'intent' });
  expect(outcome).toMatchObject({ phase: 'outcome', result: 'ok' });
});

test('what a stage serves, not what the working copy became since; the same from us and from AWS', async () => {
  const working = await world.working();
  const { deploymentId } = await deploy(world.ctx, { stage: 'prod', description: null, working });
  await world.change('image/x-new');
  await world.sync();
  const [ours, aws, deployment] = await Promise.all([
    ask({ of: 'stage:prod' }),
    ask({ of: 'stage:prod', from: 'aws' }),
    ask({ of: `deployment:${deploymentId}` }),
  ]);
  expect(await readBack(ours.text)).toEqual(deployable(working.snapshot));
  expect(await readBack(aws.text)).toEqual(deployable(working.snapshot));
  expect(await readBack(deployment.text)).toEqual(deployable(working.snapshot));
  expect(JSON.parse(ours.text).servers).toEqual(JSON.parse(aws.text).servers);
  expect((await world.working()).snapshot.api.binaryMediaTypes).toContain('image/x-new');
});

test('nothing of what is not there', async () => {
  await expect(ask({ of: 'stage:gone' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(ask({ of: 'deployment:gone' })).rejects.toMatchObject({ code: 'not-found' });
  expect(exportSchema.safeParse({ of: '../etc' }).success).toBe(false);
});
