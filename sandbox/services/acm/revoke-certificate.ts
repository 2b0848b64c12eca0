import type { RevokeCertificateCommandInput, RevokeCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { findCertificate } from './find-certificate';
import { refuseInUse } from './refuse-in-use';
import { refuseUnissued } from './refuse-unissued';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_RevokeCertificate.html: for good, and only what was exported. */
export function revokeCertificate(
  context: Context,
  input: RevokeCertificateCommandInput,
): Promise<Answer<RevokeCertificateCommandOutput>> {
  return context.state.write((tx) => {
    const stored = findCertificate(context, input.CertificateArn);
    const arn = stored.detail.CertificateArn;
    refuseUnissued(context, stored);
    if (stored.exportedAt === undefined) {
      const message = `Certificate ${arn} has not been exported. Only exported certificates can be revoked.`;
      throw new Failure('ValidationException', message);
    }
    refuseInUse(context, stored);
    const detail = {
      ...stored.detail,
      Status: 'REVOKED' as const,
      RevokedAt: new Date(context.now),
      RevocationReason: input.RevocationReason,
    };
    tx.put('certificates', keyOf.certificate(context.scope, arn), { ...stored, detail });
    return { CertificateArn: arn };
  });
}
