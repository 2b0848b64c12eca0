import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAuditEvents } from '@/lib/audit/list-audit-events';
import { createAws } from '@/lib/aws/clients';
import { memoryPaceStore } from '@/lib/aws/memory-pace-store';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { inventory } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { log } from '@/lib/log';
import { readRouteOwners } from './read-route-owners';
import { setRouteOwner } from './set-route-owner';

let database: OpenDb;
let ctx: Context;
beforeAll(async () => {
  database = await testDb();
  // Nothing listens at the port: an owner is ours alone.
  const aws = createAws({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:9',
    paceStore: memoryPaceStore(),
    quotaScale: 1,
    log,
  });
  const actor = { kind: 'user', id: 'u1', name: 'op@example.com', ip: null } as const;
  ctx = { db: database.db, aws, actor, now: () => new Date() };
});
afterAll(async () => {
  ctx.aws.close();
  await database.close();
});

it('needs a gateway', async () => {
  await expect(setRouteOwner(ctx, { path: '/orders', owner: 'Ann' })).rejects.toMatchObject({ code: 'not-found' });
});

it('writes an owner down, changes it, takes it away, and says so in the audit log', async () => {
  const data = { id: 'api1', name: 'shared', tags: {} };
  await ctx.db.insert(inventory).values({ kind: 'rest-api', key: 'api1', data, seenAt: new Date() });
  const owners = () => readRouteOwners(ctx.db, 'api1');
  await setRouteOwner(ctx, { path: '/orders', owner: 'Ann' });
  await setRouteOwner(ctx, { path: '/orders', owner: 'Ann' });
  expect(await owners()).toEqual(new Map([['/orders', 'Ann']]));
  await setRouteOwner(ctx, { path: '/orders', owner: 'Bo' });
  expect(await owners()).toEqual(new Map([['/orders', 'Bo']]));
  await setRouteOwner(ctx, { path: '/orders', owner: '' });
  expect(await owners()).toEqual(new Map());
  const { entries } = await listAuditEvents(ctx.db, { limit: 50 });
  expect(entries.map(({ action, resourceId, before, after }) => [action, resourceId, before, after])).toEqual([
    ['route.owner-changed', '/orders', { owner: 'Bo' }, { owner: '' }],
    ['route.owner-changed', '/orders', { owner: 'Ann' }, { owner: 'Bo' }],
    ['route.owner-changed', '/orders', { owner: '' }, { owner: 'Ann' }],
  ]);
});
