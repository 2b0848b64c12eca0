import { z } from 'zod';
import type { StoredFunction } from '../model';
import { Failure } from '../protocol/failure';
import { defaultAccount, defaultRegion, keyOf, scopeOf } from '../scope';
import type { AdminRoute } from './admin-route';

const wanted = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'A name has 1 to 64 letters, digits, - and _.'),
  /** CommonJS that exports `handler(event, context)`. */
  source: z.string().min(1).max(500_000),
  description: z.string().max(256).default(''),
  runtime: z.string().default('nodejs20.x'),
  region: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default(defaultRegion),
});

/** Lambda functions as local handlers. POST registers one, or anew; DELETE takes `?name=` (and `&region=`). */
export const functions: { GET: AdminRoute; POST: AdminRoute; DELETE: AdminRoute } = {
  GET: ({ state }) => state.list('functions'),
  POST: ({ state }, { body }) => {
    const { region, ...given } = wanted.parse(body);
    const arn = `arn:aws:lambda:${region}:${defaultAccount}:function:${given.name}`;
    const key = keyOf.function(scopeOf(region), given.name);
    return state.write((tx) => {
      const { policy } = state.get('functions', key) ?? {};
      const stored: StoredFunction = { ...given, arn, ...(policy ? { policy } : {}) };
      tx.put('functions', key, stored);
      return stored;
    });
  },
  DELETE: async ({ state }, { query }) => {
    const key = keyOf.function(scopeOf(query.get('region') ?? defaultRegion), query.get('name') ?? '');
    if (!state.get('functions', key))
      throw new Failure('NotFound', `There is no function '${query.get('name')}'.`, 404);
    await state.write((tx) => tx.remove('functions', key));
    return { removed: 1 };
  },
};
