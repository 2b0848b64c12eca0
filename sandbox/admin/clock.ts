import { z } from 'zod';
import { advanceClock, clockOffset, now } from '../clock';
import { Failure } from '../protocol/failure';
import type { Sandbox } from '../sandbox';
import type { AdminRoute } from './admin-route';

/** The sandbox's authority and what it signed must still be valid then. */
const farthestMs = 20 * 365 * 24 * 3_600_000;

const advance = z.strictObject({ advanceMs: z.number().int().min(0) });

export const clock: { GET: AdminRoute; POST: AdminRoute } = {
  GET: (sandbox) => report(sandbox),
  POST: async (sandbox, { body }) => {
    const { advanceMs } = advance.parse(body);
    if (clockOffset(sandbox.state) + advanceMs > farthestMs)
      throw new Failure('BadRequest', `The clock can be at most ${farthestMs} ms ahead of the machine's.`);
    await advanceClock(sandbox.state, advanceMs);
    return report(sandbox);
  },
};

function report({ state }: Sandbox) {
  return { now: new Date(now(state)).toISOString(), offsetMs: clockOffset(state) };
}
