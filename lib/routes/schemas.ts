import { z } from 'zod';

/** Paths as API Gateway writes them, `/orders/{id}`. */
const pathSchema = z.string().max(2048).regex(/^\//, 'A path begins with a slash.');

export const setRouteOwnerSchema = z.object({
  path: pathSchema,
  /** Empty: what the path above says. */
  owner: z.string().trim().max(100, 'Use at most 100 characters.'),
});
export type SetRouteOwnerInput = z.output<typeof setRouteOwnerSchema>;
