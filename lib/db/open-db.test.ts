import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDb } from './open-db';
import { settings } from './schema';
import { testDb } from './test-db';

let opened: OpenDb;
beforeAll(async () => {
  opened = await testDb();
});
afterAll(() => opened.close());

test('x', async () => {
  await opened.db.insert(settings).values({ key: 'a', value: { b: 1 } });
  expect((await opened.db.select().from(settings))[0]?.value).toEqual({ b: 1 });
});
