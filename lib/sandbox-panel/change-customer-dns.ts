import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { audited } from '@/lib/audit/audited';
import type { Context } from '@/lib/context';
import { domains, tenants } from '@/lib/db/schema';
import { wakeReconciler } from '@/lib/domains/wake';
import { deleteCustomerRecord, putCustomerRecord } from '@/lib/sandbox-panel/customer-dns';
import type { deleteCustomerRecordSchema, putCustomerRecordSchema } from '@/lib/sandbox-panel/schemas';

const ttl = 60;

/**
 * Plays the customer: adds or replaces a record at the sandbox's second authority.
 *
 * @throws ExpectedError `aws-unreachable`, `invalid`
 */
export async function addCustomerRecord(ctx: Context, input: z.output<typeof putCustomerRecordSchema>): Promise<void> {
  const { tenantSlug, name, type, value } = input;
  const after = { change: 'put', type, values: [value] };
  await audited(ctx, { action: 'sandbox.dns-changed', resourceId: name, tenantSlug, after }, () =>
    putCustomerRecord({ name, type, ttl, values: [value] }),
  );
  await lookAgain(ctx, tenantSlug);
}

/**
 * Plays the customer: takes a record away.
 *
 * @throws ExpectedError `aws-unreachable`, `invalid`
 */
export async function removeCustomerRecord(
  ctx: Context,
  input: z.output<typeof deleteCustomerRecordSchema>,
): Promise<void> {
  const { tenantSlug, name, type } = input;
  const after = { change: 'delete', type };
  await audited(ctx, { action: 'sandbox.dns-changed', resourceId: name, tenantSlug, after }, () =>
    deleteCustomerRecord({ name, type }),
  );
  await lookAgain(ctx, tenantSlug);
}

/** Whoever plays the customer wants to see at once what comes of it. */
async function lookAgain({ db, now }: Context, tenantSlug: string): Promise<void> {
  const tenant = db.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, tenantSlug));
  await db
    .update(domains)
    .set({ nextCheckAt: now() })
    .where(and(eq(domains.kind, 'customer'), inArray(domains.tenantId, tenant)));
  wakeReconciler();
}
