import { z } from 'zod';
import type { AdminRoute } from './admin-route';

const wanted = z.strictObject({ seed: z.boolean().default(false) });

/** Empties the sandbox; `{"seed": true}` puts the first content back. Dials and the authority stay. */
export const reset: { POST: AdminRoute } = {
  POST: async (sandbox, { body }) => {
    const { seed } = wanted.parse(body ?? {});
    await sandbox.reset(seed);
    return { seeded: seed };
  },
};
