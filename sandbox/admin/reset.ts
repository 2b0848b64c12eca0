import { z } from 'zod';
import type { AdminRoute } from './admin-route';

const wanted = z.strictObject({ seed: z.boolean().default(true) });

/** Empties the sandbox, with the first content unless `{"seed": false}`. Dials and the authority stay. */
export const reset: { POST: AdminRoute } = {
  POST: async (sandbox, { body }) => {
    const { seed } = wanted.parse(body ?? {});
    await sandbox.reset(seed);
    return { seeded: seed };
  },
};
