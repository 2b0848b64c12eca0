import 'server-only';
import { audited } from '@/lib/audit/audited';
import { describeCertificate } from '@/lib/aws/acm/describe-certificate';
import { requestCertificate as request } from '@/lib/aws/acm/request-certificate';
import { AwsError } from '@/lib/aws/errors';
import type { Context } from '@/lib/context';
import { requestTag } from '@/lib/domains/ownership';
import { ExpectedError } from '@/lib/errors';
import type { Certificate } from '@/lib/inventory/model';
import { putItems } from '@/lib/inventory/put-items';
import { parseNames } from './parse-names';
import { publishValidation } from './publish-validation';
import type { RequestCertificateInput } from './schemas';
import { tagsOfCertificate } from './tags-of-certificate';

/** ACM names the records within seconds; who waits longer publishes them from the certificate's page. */
const recordsWithinMs = 15_000;

/**
 * Requests a certificate for one or several names, and publishes its validation records where a zone is ours, if wished.
 *
 * @returns the ARN, and what came of the publishing as a sentence
 * @throws ExpectedError `invalid`; AwsError `limit` and others
 */
export async function requestCertificate(
  ctx: Context,
  input: RequestCertificateInput,
): Promise<{ arn: string; published: string | null }> {
  const [domainName = '', ...alternativeNames] = parseNames(input.names).flatMap(({ ascii }) => ascii ?? []);
  const { keyAlgorithm, submissionId } = input;
  const tags = { ...(await tagsOfCertificate(ctx.db, input.tenantSlug)), [requestTag]: '1' };
  const after = { names: [domainName, ...alternativeNames], keyAlgorithm, tags };
  const arn = await audited(
    ctx,
    { action: 'certificate.requested', resourceId: domainName, tenantSlug: input.tenantSlug || null, after },
    () =>
      request(ctx.aws, {
        domainName,
        alternativeNames,
        keyAlgorithm,
        idempotencyToken: submissionId.replaceAll('-', ''),
        tags,
      }).catch(toNames),
    { after: (certificateArn) => ({ ...after, certificateArn }) },
  );
  const certificate = await withRecords(ctx, arn, input.publish === 'on' ? recordsWithinMs : 0);
  if (certificate !== null) await putItems(ctx.db, 'certificate', [certificate], ctx.now());
  if (input.publish !== 'on' || certificate === null) return { arn, published: null };
  return { arn, published: (await publishValidation(ctx, certificate)).sentence };
}

/** A quota of names is a matter of the field. */
function toNames(error: unknown): never {
  if (error instanceof AwsError && error.kind === 'limit') {
    const { message, fix } = error;
    throw new ExpectedError('limit', message, { fix, fields: { names: message }, cause: error });
  }
  throw error;
}

/** Describes it until ACM has named all its records, or as long as one can wait. Null when ACM does not know it yet. */
async function withRecords(ctx: Context, arn: string, waitMs: number): Promise<Certificate | null> {
  const until = Date.now() + waitMs;
  for (;;) {
    const certificate = await describeCertificate(ctx.aws, arn);
    const named =
      certificate !== null &&
      certificate.validations.length > 0 &&
      certificate.validations.every(({ record }) => record !== null);
    if (named || Date.now() >= until) return certificate;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
