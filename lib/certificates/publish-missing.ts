import 'server-only';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { putItems } from '@/lib/inventory/put-items';
import { publishValidation } from './publish-validation';

/**
 * Publishes what is missing of a certificate's validation records in our zones.
 *
 * @returns what came of it, as a sentence
 * @throws ExpectedError `not-found`; AwsError
 */
export async function publishMissing(ctx: Context, arn: string): Promise<string> {
  const certificate = await describeCertificate(ctx.aws, arn);
  if (certificate === null) throw new ExpectedError('not-found', 'ACM does not have this certificate any more.');
  await putItems(ctx.db, 'certificate', [certificate], ctx.now());
  return (await publishValidation(ctx, certificate)).sentence;
}
