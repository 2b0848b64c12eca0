import { z } from 'zod';
import { slugSchema, tenantName } from '@/lib/tenants/schemas';

export const assignUnownedSchema = z
  .object({
    tenant: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('existing'), slug: z.string().min(1, 'Choose a tenant.').max(100) }),
      z.object({ kind: z.literal('new'), slug: slugSchema, name: tenantName }),
    ]),
    domains: z
      .array(
        z.object({
          /** The custom domain name. */
          name: z.string().min(1).max(253),
          /** Of a wildcard: the hostnames that it serves for the tenant. */
          hostnames: z.array(z.string().trim().max(253)).max(200, 'At most 200 hostnames.'),
        }),
      )
      .max(100, 'At most 100 at once.'),
    /** ARNs. */
    certificates: z.array(z.string().startsWith('arn:').max(2048)).max(100, 'At most 100 at once.'),
  })
  .refine(({ domains, certificates }) => domains.length + certificates.length > 0, 'Choose what to assign.');

export type AssignUnownedInput = z.infer<typeof assignUnownedSchema>;
