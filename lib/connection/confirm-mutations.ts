import 'server-only';
import { sql } from 'drizzle-orm';
import { recordEvent } from '@/lib/audit/record-event';
import { getCallerIdentity } from '@/lib/aws/sts/get-caller-identity';
import type { Context } from '@/lib/context';
import { domains } from '@/lib/db/schema';
import { wakeReconciler } from '@/lib/domains/wake';
import { ExpectedError } from '@/lib/errors';
import { printAccount } from './model';
import { writeStored } from './stored';

/**
 * Lets changes through from now on, in the account that the credentials are of at this moment and in this region. The administrator has
 * typed its number; domains that waited for it are looked at at once.
 *
 * @throws ExpectedError `invalid` for another number; AwsError when STS can't be asked
 */
export async function confirmMutations(ctx: Context, { account }: { account: string }): Promise<{ account: string }> {
  const { account: real, arn } = await getCallerIdentity(ctx.aws);
  if (account !== real) {
    throw new ExpectedError('invalid', 'This is not the number of the account, so nothing was confirmed.', {
      fix: `The credentials are of account ${printAccount(real)}. If that is the wrong one, correct the credentials.`,
      fields: { account: 'Not the number of the account that the credentials are of.' },
    });
  }
  const { region, endpoint } = ctx.aws;
  await ctx.db.transaction(async (tx) => {
    const by = ctx.actor.name;
    const at = ctx.now().toISOString();
    await writeStored(tx, 'connection.confirmed', { account, region, endpoint, at, by }, ctx.now());
    await tx
      .update(domains)
      .set({ nextCheckAt: ctx.now() })
      .where(sql`${domains.status}->'trouble'->>'code' = 'unconfirmed'`);
    await recordEvent(
      { ...ctx, db: tx },
      { action: 'connection.mutations-confirmed', resourceId: account, after: { account, region, endpoint, arn } },
    );
  });
  wakeReconciler();
  return { account };
}
