import type { DeleteCertificateCommandInput, DeleteCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findCertificate } from './find-certificate';
import { refuseInUse } from './refuse-in-use';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_DeleteCertificate.html */
export function deleteCertificate(
  context: Context,
  input: DeleteCertificateCommandInput,
): Promise<Answer<DeleteCertificateCommandOutput>> {
  return context.state.write((tx) => {
    const stored = findCertificate(context, input.CertificateArn);
    const arn = stored.detail.CertificateArn;
    refuseInUse(context, stored);
    tx.remove('certificates', keyOf.certificate(context.scope, arn));
    return {};
  });
}
