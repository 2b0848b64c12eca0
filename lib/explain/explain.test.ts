import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGatewayView } from '@/lib/changes/read-gateway-view';
import type { Context } from '@/lib/context';
import { auditEvents } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { readInventory } from '@/lib/inventory/read-inventory';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { explainRequest } from './explain-request';
import { testInvoke } from './test-invoke';

let box: SandboxAws;
let database: Awaited<ReturnType<typeof testDb>>;
let ctx: Context;
const userId = '00000000-0000-4000-8000-000000000001';

beforeAll(async () => {
  [box, database] = await Promise.all([sandboxAws({ seed: true }), testDb()]);
  const actor = { kind: 'user', id: userId, name: 'olga@example.com', ip: null } as const;
  ctx = { db: database.db, aws: box.aws, actor, now: () => new Date() };
  await syncInventory(ctx);
});

afterAll(async () => {
  await box.stop();
  await database.close();
});

async function view() {
  const found = await readGatewayView(ctx.db, { userId });
  if (!found) throw new Error('nothing synced');
  return found;
}

describe('explainRequest', () => {
  it('follows a request through the first gateway', async () => {
    const { domainName } = (await readInventory(ctx.db, 'mapping'))[0] ?? { domainName: '' };
    const host = domainName.replace('*', 'www');
    const input = { method: 'GET', url: `https://${host}/`, headers: [], body: '' } as const;
    const explained = await explainRequest(ctx.db, await view(), { ...input, headers: [] }, null);
    expect(explained.host).toMatchObject({ reached: true, domainName });
    expect(explained.sides.map(({ key }) => key)).toEqual([`stage:${explained.host?.stage}`, 'working']);
    expect(explained.sides[0]?.decision?.sentence).toBeTruthy();
  });
});

describe('testInvoke', () => {
  const secret = 'Bearer do-not-write-this-down';
  const base = {
    headers: [
      ['Authorization', secret],
      ['Cookie', 'session=do-not-write-this-down'],
      ['X-Api-Key', 'do-not-write-this-down'],
    ] as [string, string][],
    body: '{"password": "do-not-write-this-down"}',
    stage: null,
  };

  it('runs a route for real and audits names only', async () => {
    const { working, restApiId } = await view();
    const [path, verb] = firstRoute(working.resources);
    const tested = await testInvoke(ctx, restApiId, {
      ...base,
      path,
      verb,
      method: verb === 'ANY' ? 'POST' : (verb as 'GET'),
      pathWithQuery: `${path.replace(/\{[^}]*\}/g, 'x')}?token=do-not-write-this-down`,
    });
    expect(tested.status).toBeGreaterThan(0);
    expect(tested.sections[0]?.sentence).toContain('The test sends');
    expect(tested.sections.at(-1)?.kind).toBe('outcome');
    const rows = await ctx.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'route.tested'))
      .orderBy(desc(auditEvents.id));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ resourceId: `${verb} ${path}`, result: 'ok', after: { status: tested.status } });
    expect(JSON.stringify(rows)).toContain('Authorization');
    expect(JSON.stringify(rows)).not.toContain('do-not-write-this-down');
    expect(JSON.stringify(box.lines)).not.toContain('do-not-write-this-down');
  });

  it('refuses what the working copy does not have', async () => {
    const { restApiId } = await view();
    const input = { ...base, path: '/nowhere', verb: 'GET', method: 'GET', pathWithQuery: '/nowhere' } as const;
    await expect(testInvoke(ctx, restApiId, { ...input, headers: base.headers })).rejects.toMatchObject({
      code: 'not-found',
    });
    const rows = await ctx.db.select().from(auditEvents).where(eq(auditEvents.resourceId, 'GET /nowhere'));
    expect(rows).toEqual([]);
  });
});

function firstRoute(resources: Awaited<ReturnType<typeof view>>['working']['resources']) {
  for (const [path, { methods }] of Object.entries(resources)) {
    const [verb] = Object.keys(methods) as (keyof typeof methods)[];
    if (verb) return [path, verb] as const;
  }
  throw new Error('the gateway has no route');
}
