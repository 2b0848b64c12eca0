import 'server-only';
import type { z } from 'zod';
import { audited } from '@/lib/audit/audited';
import type { Context } from '@/lib/context';
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
}
