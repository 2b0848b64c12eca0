import 'server-only';
import { and, eq } from 'drizzle-orm';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import type { Context } from '@/lib/context';
import { certificateWatches, inventory } from '@/lib/db/schema';
import { getNetwork } from '@/lib/dns/get-network';
import type { Resolver } from '@/lib/dns/resolver';
import { ExpectedError } from '@/lib/errors';
import { putItems } from '@/lib/inventory/put-items';
import { watchCertificate } from './watch-certificate';

/**
 * Reads a certificate anew from ACM and looks at its renewal at once.
 *
 * @throws ExpectedError `not-found` when ACM does not have it any more; AwsError
 */
export async function checkCertificateNow(
  ctx: Context,
  arn: string,
  resolver: Resolver = getNetwork().resolver,
): Promise<{ name: string; concerns: number }> {
  const certificate = await describeCertificate(ctx.aws, arn);
  if (certificate === null) {
    await ctx.db.delete(inventory).where(and(eq(inventory.kind, 'certificate'), eq(inventory.key, arn)));
    await ctx.db.delete(certificateWatches).where(eq(certificateWatches.arn, arn));
    throw new ExpectedError('not-found', 'ACM does not have this certificate any more.');
  }
  await putItems(ctx.db, 'certificate', [certificate], ctx.now());
  const { concerns } = await watchCertificate(ctx, resolver, certificate);
  return { name: certificate.domainName, concerns: concerns.length };
}
