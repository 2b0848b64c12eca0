import type { AddTagsToCertificateCommandInput, AddTagsToCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { mergeTags } from './certificate-tags';
import { findCertificate } from './find-certificate';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_AddTagsToCertificate.html */
export function addTagsToCertificate(
  context: Context,
  input: AddTagsToCertificateCommandInput,
): Promise<Answer<AddTagsToCertificateCommandOutput>> {
  return context.state.write((tx) => {
    const stored = findCertificate(context, input.CertificateArn);
    const tags = mergeTags(stored.tags, input.Tags ?? []);
    tx.put('certificates', keyOf.certificate(context.scope, stored.detail.CertificateArn), { ...stored, tags });
    return {};
  });
}
