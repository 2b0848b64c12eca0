import { clockOffset, now } from '../clock';
import type { AdminRoute } from './admin-route';

export const health: { GET: AdminRoute } = {
  GET: ({ state, ports }) => ({
    status: 'ok',
    ports: ports(),
    clock: { now: new Date(now(state)).toISOString(), offsetMs: clockOffset(state) },
  }),
};
