import type { DeleteCertificateCommandInput, DeleteCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { isInUse } from './certificate-view';
import { findCertificate } from './find-certificate';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_DeleteCertificate.html */
export function deleteCertificate(
  context: Context,
  input: DeleteCertificateCommandInput,
): Promise<Answer<DeleteCertificateCommandOutput>> {
  return context.state.write((tx) => {
    const stored = findCertificate(context, input.CertificateArn);
    const arn = stored.detail.CertificateArn;
    // What uses it right now holds it too, even before InUseBy shows that.
    if (isInUse(context, stored) || stored.uses?.some((use) => use.until === undefined)) {
      throw new Failure('ResourceInUseException', `Certificate ${arn} in account ${context.account} is in use.`);
    }
    tx.remove('certificates', keyOf.certificate(context.scope, arn));
    return {};
  });
}
