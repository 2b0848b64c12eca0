import { z } from 'zod';
import { roles } from '../roles';

/** What the form of the mapping sends: claim values, each with the role that it stands for. */
export const roleMappingSchema = z.object({
  rules: z
    .array(
      z.object({
        value: z.string().trim().min(1, 'Enter a value of the claim.').max(200, 'At most 200 characters.'),
        role: z.enum(roles, 'Choose a role.'),
      }),
    )
    .max(200, 'At most 200 lines.')
    .superRefine((rules, ctx) => {
      const seen = new Set<string>();
      for (const [index, { value }] of rules.entries()) {
        if (seen.has(value)) {
          ctx.addIssue({ code: 'custom', path: [index, 'value'], message: 'This value has a line already.' });
        }
        seen.add(value);
      }
    })
    .default([]),
});
