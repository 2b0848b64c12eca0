import { z } from 'zod';
import { slugMaxLength } from '@/lib/tenants/suggest-slug';

/** How many days a link may hold. */
export const shareDays = [1, 7, 14, 30] as const;
export const defaultShareDays = 14;

export const createShareLinkSchema = z.object({
  slug: z.string().max(slugMaxLength),
  days: z.coerce
    .number()
    .refine((days) => (shareDays as readonly number[]).includes(days), 'Choose 1, 7, 14 or 30 days.'),
});

export const revokeShareLinkSchema = z.object({ id: z.uuid() });

/** What the share page's "Check now" sends. */
export const checkSharedSchema = z.object({ token: z.string().max(200), domainId: z.uuid() });

export const sendRecordsMailSchema = z.object({ slug: z.string().max(slugMaxLength) });
