import {
  RevocationReason,
  type RevokeCertificateCommandInput,
  type RevokeCertificateCommandOutput,
} from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { findCertificate } from './find-certificate';
import { refuseInUse } from './refuse-in-use';
import { refuseUnissued } from './refuse-unissued';

const reasons = Object.values(RevocationReason);

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_RevokeCertificate.html: for good, and only what was exported. */
export function revokeCertificate(
  context: Context,
  input: RevokeCertificateCommandInput,
): Promise<Answer<RevokeCertificateCommandOutput>> {
  const reason = reasons.find((known) => known === input.RevocationReason);
  if (!reason) {
    const constraint = `Member must satisfy enum value set: [${reasons.join(', ')}]`;
    throw validationFailure([violation(input.RevocationReason, 'revocationReason', constraint)]);
  }
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
      RevocationReason: reason,
    };
    tx.put('certificates', keyOf.certificate(context.scope, arn), { ...stored, detail });
    return { CertificateArn: arn };
  });
}
