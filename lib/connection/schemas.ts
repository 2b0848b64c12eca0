import { z } from 'zod';

export const confirmMutationsSchema = z.object({
  account: z
    .string()
    .trim()
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{12}$/, 'Type the twelve digits of the account.')),
});
