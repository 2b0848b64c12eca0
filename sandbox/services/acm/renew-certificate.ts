import type { RenewCertificateCommandInput, RenewCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { findCertificate } from './find-certificate';
import { refuseUnissued } from './refuse-unissued';

/**
 * https://docs.aws.amazon.com/acm/latest/APIReference/API_RenewCertificate.html: only what was exported is renewed on demand;
 * what services of AWS use is renewed by ACM itself.
 */
export function renewCertificate(
  context: Context,
  { CertificateArn }: RenewCertificateCommandInput,
): Promise<Answer<RenewCertificateCommandOutput>> {
  return context.state.write((tx) => {
    const stored = findCertificate(context, CertificateArn);
    const arn = stored.detail.CertificateArn;
    refuseUnissued(context, stored);
    if (stored.exportedAt === undefined) {
      throw new Failure(
        'ValidationException',
        `Certificate ARN ${arn} has not been exported so it is not eligible for the Renew Certificate API.`,
      );
    }
    tx.put('certificates', keyOf.certificate(context.scope, arn), { ...stored, renewalAskedAt: context.now });
    return {};
  });
}
