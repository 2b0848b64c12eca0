import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDb } from './open-db';
import { auditEvents } from './schema';
import { testDb } from './test-db';

let opened: OpenDb;
beforeAll(async () => {
  opened = await testDb();
  await opened.db.insert(auditEvents).values({
    phase: 'event',
    actorKind: 'system',
    actorName: 'test',
    action: 'route.tested',
    resourceType: 'route',
    resourceId: '/orders',
    result: 'ok',
    digest: 'a'.repeat(64),
  });
});
afterAll(() => opened.close());

const attempts: [string, () => Promise<unknown>][] = [
  ['UPDATE', async () => opened.db.update(auditEvents).set({ message: 'changed' })],
  ['DELETE', async () => opened.db.delete(auditEvents)],
  ['DELETE', async () => opened.db.delete(auditEvents).where(eq(auditEvents.id, -1))],
  ['TRUNCATE', async () => opened.db.execute(sql`truncate ${auditEvents}`)],
  ['TRUNCATE', async () => opened.db.execute(sql`truncate ${auditEvents} cascade`)],
];

test.each(attempts)('the audit log refuses %s', async (operation, attempt) => {
  await expect(attempt()).rejects.toMatchObject({
    cause: { message: `audit_events is append-only: ${operation} refused`, code: '23001' },
  });
  expect(await opened.db.$count(auditEvents)).toBe(1);
});
