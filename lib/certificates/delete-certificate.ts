import 'server-only';
import { and, eq, or } from 'drizzle-orm';
import { audited } from '@/lib/audit/audited';
import { deleteCertificate as remove } from '@/lib/aws/acm/delete-certificate';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import type { Context } from '@/lib/context';
import { certificateWatches, domains, inventory } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { readInventory } from '@/lib/inventory/read-inventory';

/**
 * Deletes a certificate that nothing uses and no domain waits for. Its validation records stay: other certificates for the name, of other regions
 * too, may rely on them.
 *
 * @throws ExpectedError `not-found`, `invalid` when another name was typed, `conflict` while it is in use; AwsError `in-use`
 */
export async function deleteCertificate(
  ctx: Context,
  { arn, confirmName }: { arn: string; confirmName: string },
): Promise<{ name: string }> {
  const before = await describeCertificate(ctx.aws, arn);
  if (before === null) {
    await forget(ctx, arn);
    throw new ExpectedError('not-found', 'ACM does not have this certificate any more.');
  }
  const name = before.domainName;
  if (confirmName.toLowerCase() !== name) {
    const sentence = `Type ${name} to delete it.`;
    throw new ExpectedError('invalid', sentence, { fields: { confirmName: sentence } });
  }
  const user = await userOf(ctx, arn);
  if (user !== null || before.inUseBy.length > 0) {
    throw new ExpectedError('conflict', `The certificate of ${name} is in use by ${user ?? 'something in AWS'}.`, {
      fix: 'Replace it there first. AWS counts it as used for some minutes after that; then it can be deleted.',
    });
  }
  await audited(
    ctx,
    { action: 'certificate.deleted', resourceId: name, tenantSlug: before.tags['gatehouse:tenant'] || null, before },
    () => remove(ctx.aws, arn),
  );
  await forget(ctx, arn);
  return { name };
}

/** A domain that wants or serves it, or a custom domain name that presents it. */
async function userOf(ctx: Context, arn: string): Promise<string | null> {
  const [domain] = await ctx.db
    .select({ hostname: domains.hostname })
    .from(domains)
    .where(or(eq(domains.certificateArn, arn), eq(domains.replacesCertificateArn, arn)))
    .limit(1);
  if (domain !== undefined) return domain.hostname;
  const presented = (await readInventory(ctx.db, 'gateway-domain')).find((one) => one.certificateArn === arn);
  return presented?.name ?? null;
}

async function forget({ db }: Context, arn: string): Promise<void> {
  await db.delete(inventory).where(and(eq(inventory.kind, 'certificate'), eq(inventory.key, arn)));
  await db.delete(certificateWatches).where(eq(certificateWatches.arn, arn));
}
