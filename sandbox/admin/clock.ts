import { z } from 'zod';
import { advanceClock, clockOffset, now } from '../clock';
import type { Sandbox } from '../sandbox';
import type { AdminRoute } from './admin-route';

const advance = z.strictObject({ advanceMs: z.number().int().min(0) });

export const clock: { GET: AdminRoute; POST: AdminRoute } = {
  GET: (sandbox) => report(sandbox),
  POST: async (sandbox, { body }) => {
    await advanceClock(sandbox.state, advance.parse(body).advanceMs);
    return report(sandbox);
  },
};

function report({ state }: Sandbox) {
  return { now: new Date(now(state)).toISOString(), offsetMs: clockOffset(state) };
}
