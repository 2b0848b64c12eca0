import type { AdminRoute } from './admin-route';

export const calls: { GET: AdminRoute; DELETE: AdminRoute } = {
  GET: (sandbox) => sandbox.calls.report(),
  DELETE: (sandbox) => {
    sandbox.calls.reset();
    return sandbox.calls.report();
  },
};
