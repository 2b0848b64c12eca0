import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '../protocol/failure';
import type { AdminRoute } from './admin-route';

const wanted = z.strictObject({
  roleArn: z
    .string()
    .regex(/^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'Like arn:aws:iam::123456789012:role/Gatehouse.'),
  /** What its trust policy asks for; without it nothing. */
  externalId: z.string().min(2).max(1224).nullable().default(null),
  maxSessionSeconds: z.number().int().min(3600).max(43_200).default(3600),
});

/** Roles that STS lets anybody assume who knows the external id. POST registers one, or anew; DELETE takes `?roleArn=`. */
export const roles: { GET: AdminRoute; POST: AdminRoute; DELETE: AdminRoute } = {
  GET: ({ state }) => [...state.entries('roles')].map(({ key, value }) => ({ roleArn: key, ...value })),
  POST: ({ state }, { body }) => {
    const { roleArn, ...given } = wanted.parse(body);
    const id = state.get('roles', roleArn)?.id ?? `AROA${randomBytes(9).toString('hex').toUpperCase().slice(0, 17)}`;
    return state.write((tx) => {
      tx.put('roles', roleArn, { ...given, id });
      return { roleArn, ...given };
    });
  },
  DELETE: async ({ state }, { query }) => {
    const roleArn = query.get('roleArn') ?? '';
    if (!state.get('roles', roleArn)) throw new Failure('NotFound', `There is no role '${roleArn}'.`, 404);
    await state.write((tx) => tx.remove('roles', roleArn));
    return { removed: 1 };
  },
};
