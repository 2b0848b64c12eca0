import { dialsSchema, readDials, turnDials } from '../dials';
import type { AdminRoute } from './admin-route';

export const dials: { GET: AdminRoute; PATCH: AdminRoute } = {
  GET: ({ state }) => readDials(state),
  PATCH: ({ state }, { body }) => turnDials(state, dialsSchema.partial().parse(body)),
};
