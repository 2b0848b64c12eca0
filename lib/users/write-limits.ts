import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { tenants, users, userTenants } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';

/** What somebody is limited to; null: no limit. */
export interface Limits {
  tenants: string[] | null;
  stages: string[] | null;
}

interface Choice {
  tenants: 'all' | 'some';
  tenantSlugs: readonly string[];
  stages: 'all' | 'some';
  stageNames: readonly string[];
}

/** What a form has chosen. */
export function limitsOf(input: Choice): Limits {
  return {
    tenants: input.tenants === 'all' ? null : [...new Set(input.tenantSlugs)].sort(),
    stages: input.stages === 'all' ? null : [...new Set(input.stageNames)].sort(),
  };
}

/**
 * Writes what somebody is limited to. Runs in the caller's transaction.
 *
 * @throws ExpectedError `invalid` when a tenant isn't there any more
 */
export async function writeLimits(tx: Db, userId: string, limits: Limits): Promise<void> {
  await tx
    .update(users)
    .set({ allTenants: limits.tenants === null, deployStages: limits.stages })
    .where(eq(users.id, userId));
  await tx.delete(userTenants).where(eq(userTenants.userId, userId));
  if (limits.tenants === null || limits.tenants.length === 0) return;
  const found = await tx.select({ id: tenants.id }).from(tenants).where(inArray(tenants.slug, limits.tenants));
  if (found.length !== limits.tenants.length) {
    throw new ExpectedError('invalid', 'A tenant that you chose is gone by now, so nothing was changed.', {
      fields: { tenantSlugs: 'Reload the page and choose again.' },
    });
  }
  await tx.insert(userTenants).values(found.map(({ id: tenantId }) => ({ userId, tenantId })));
}
