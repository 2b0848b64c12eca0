import type { AdminRoute } from './answer-admin';

export const calls: { GET: AdminRoute; DELETE: AdminRoute } = {
  GET: (sandbox) => sandbox.calls.report(),
  DELETE: (sandbox) => {
    sandbox.calls.reset();
    return sandbox.calls.report();
  },
};
