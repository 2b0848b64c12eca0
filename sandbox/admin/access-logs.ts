import { z } from 'zod';
import type { AdminRoute } from './admin-route';

const wanted = z.strictObject({
  scope: z.string().optional(),
  logGroup: z.string().optional(),
  restApiId: z.string().optional(),
  stage: z.string().optional(),
  limit: z.coerce.number().int().min(1).default(100),
});

/** The latest lines of stages' access logs, the newest last: `?scope=&logGroup=&restApiId=&stage=&limit=`. DELETE forgets them all. */
export const accessLogs: { GET: AdminRoute; DELETE: AdminRoute } = {
  GET: (sandbox, { query }) => {
    const { limit, stage, ...members } = wanted.parse(Object.fromEntries(query));
    return sandbox.accessLogs.list({ ...members, ...(stage === undefined ? {} : { stageName: stage }) }, limit);
  },
  DELETE: async (sandbox) => {
    await sandbox.accessLogs.clear();
    return [];
  },
};
