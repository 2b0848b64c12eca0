import { faultSchema } from '../faults';
import type { AdminRoute } from './admin-route';

/** POST adds one (its `id` in the answer), DELETE removes all or `?id=`. */
export const faults: { GET: AdminRoute; POST: AdminRoute; DELETE: AdminRoute } = {
  GET: (sandbox) => sandbox.faults.list(),
  POST: (sandbox, { body }) => sandbox.faults.add(faultSchema.parse(body)),
  DELETE: (sandbox, { query }) => ({ removed: sandbox.faults.remove(query.get('id') ?? undefined) }),
};
