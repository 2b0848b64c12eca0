import type { AdminRoute } from './admin-route';

/** Executions of state machines, the newest first; DELETE forgets them. */
export const executions: { GET: AdminRoute; DELETE: AdminRoute } = {
  GET: ({ state }) => state.list('executions').toSorted((one, other) => other.startDate - one.startDate),
  DELETE: ({ state }) =>
    state.write((tx) => {
      const keys = [...state.keys('executions')];
      for (const key of keys) tx.remove('executions', key);
      return { removed: keys.length };
    }),
};
