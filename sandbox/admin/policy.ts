import { policySchema } from '../iam/policy';
import type { AdminRoute } from './admin-route';

/**
 * The IAM policy by which every call is judged; none at first, and then everything is allowed. PUT takes an identity policy as IAM
 * writes it, DELETE lifts it. To deny single operations: allow `*` on `*`, and deny them.
 */
export const policy: { GET: AdminRoute; PUT: AdminRoute; DELETE: AdminRoute } = {
  GET: ({ state }) => state.get('meta', 'policy') ?? null,
  PUT: ({ state }, { body }) => {
    const given = policySchema.parse(body);
    return state.write((tx) => {
      tx.put('meta', 'policy', given);
      return given;
    });
  },
  DELETE: async ({ state }) => {
    await state.write((tx) => tx.remove('meta', 'policy'));
    return null;
  },
};
