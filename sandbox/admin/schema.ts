import { z } from 'zod';
import { dialsSchema } from '../dials';
import { faultSchema } from '../faults';
import { services } from '../services/services';
import type { AdminRoute } from './admin-route';

/** GET: JSON Schemas of the dials and of a fault, and the operations that faults can name, for forms. */
export const schema: { GET: AdminRoute } = {
  GET: () => ({
    dials: z.toJSONSchema(dialsSchema),
    fault: z.toJSONSchema(faultSchema, { io: 'input' }),
    operations: Object.fromEntries(services.map(({ name, behaviours }) => [name, Object.keys(behaviours).sort()])),
  }),
};
