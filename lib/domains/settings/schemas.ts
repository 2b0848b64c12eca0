import { z } from 'zod';

/** What holds for domains as a whole: `settings`, key `domains`. */
export const domainSettingsSchema = z.object({
  /** The public zone of ours that holds stable names; `''`: new domains get none. */
  edgeZoneId: z.string().trim().max(64),
  /** Between a tenant's slug and the zone: `acme.edge.example.com`. */
  edgeLabel: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'One label: letters a to z, digits and hyphens inside of it.'),
  /** Whether tenants are reminded by e-mail while a domain waits for them. */
  reminders: z.preprocess((value) => value === true || value === 'on', z.boolean()),
});

export type DomainSettings = z.output<typeof domainSettingsSchema>;

export const defaultDomainSettings: DomainSettings = { edgeZoneId: '', edgeLabel: 'edge', reminders: false };
