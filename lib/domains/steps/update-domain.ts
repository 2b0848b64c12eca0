import 'server-only';
import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';

type Facts = Partial<
  Pick<
    typeof domains.$inferInsert,
    'certificateArn' | 'certificateOurs' | 'replacesCertificateArn' | 'gatewayDomainOurs' | 'pendingChangeId'
  >
>;

/** Notes in the domain's row what a step has learnt. */
export async function updateDomain(ctx: Context, id: string, facts: Facts): Promise<void> {
  await ctx.db
    .update(domains)
    .set({ ...facts, updatedAt: ctx.now() })
    .where(eq(domains.id, id));
}
