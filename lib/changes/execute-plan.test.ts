import { CreateRestApiCommand, DeleteRestApiCommand } from '@aws-sdk/client-api-gateway';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeployment } from '@/lib/aws/api-gateway/create-deployment';
import { deleteMethod } from '@/lib/aws/api-gateway/delete-method';
import { putIntegration } from '@/lib/aws/api-gateway/put-integration';
import { putMethod } from '@/lib/aws/api-gateway/put-method';
import { readGateway } from '@/lib/aws/api-gateway/read-gateway';
import { gatewayRates } from '@/lib/aws/quotas';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { testDb } from '@/lib/db/test-db';
import { emptyIntegration, emptyMethod } from '@/lib/gateway/defaults';
import { fromAws } from '@/lib/gateway/from-aws';
import type { GatewayIds, Snapshot } from '@/lib/gateway/model';
import { plan } from '@/lib/gateway/plan';
import { snapshotPair } from '@/lib/gateway/testing/arbitraries';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { executeCall } from './execute-call';

/** As long as this, not as many: machines differ. */
const forMs = 15_000;

let box: SandboxAws;
let opened: OpenDb;
let ctx: Context;
beforeAll(async () => {
  [box, opened] = await Promise.all([sandboxAws(), testDb()]);
  ctx = { db: opened.db, aws: box.aws, actor: { kind: 'system', name: 'test' }, now: () => new Date() };
});
afterAll(async () => {
  await box.stop();
  await opened.close();
});

async function read(restApiId: string) {
  return fromAws((await readGateway(ctx.aws, restApiId)).raw);
}

/** An API without routes that has these stages: plans change stages, they never make them. */
async function emptyApiWith(stages: string[]): Promise<string> {
  const api = await ctx.aws.apiGateway.send(
    new CreateRestApiCommand({ name: 'empty', endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  const restApiId = api.id ?? '';
  const at = { restApiId, resourceId: api.rootResourceId ?? '', verb: 'GET' as const };
  await putMethod(ctx.aws, at, { ...emptyMethod(), authorizerId: null, requestValidatorId: null });
  await putIntegration(ctx.aws, at, emptyIntegration('MOCK'));
  for (const stage of stages) await createDeployment(ctx.aws, { restApiId, stage, description: null });
  await deleteMethod(ctx.aws, at);
  return restApiId;
}

/** Makes of the gateway as it is the one that is wanted; the ids that come of it are AWS's. */
async function execute(from: Snapshot, to: Snapshot, before: GatewayIds): Promise<void> {
  let ids = before;
  for (const { call } of plan({ from, to }, gatewayRates(1)).calls) ids = await executeCall(ctx, ids, call);
  const now = await read(before.restApiId);
  expect(now.snapshot).toEqual(to);
  expect(JSON.stringify(now.snapshot)).toBe(JSON.stringify(to));
  expect(ids).toEqual(now.ids);
}

test('a plan from one gateway to another, executed on the one, leaves the other', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(snapshotPair(), async ({ before, after }) => {
      const restApiId = await emptyApiWith(Object.keys(before.stages));
      const empty = await read(restApiId);
      await execute(empty.snapshot, before, empty.ids);
      await execute(before, after, (await read(restApiId)).ids);
      await ctx.aws.apiGateway.send(new DeleteRestApiCommand({ restApiId }));
      runs += 1;
    }),
    { numRuns: 1_000, interruptAfterTimeLimit: forMs, markInterruptAsFailure: false },
  );
  expect(runs).toBeGreaterThan(0);
});
