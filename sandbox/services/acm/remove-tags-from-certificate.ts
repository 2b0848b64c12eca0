import type {
  RemoveTagsFromCertificateCommandInput,
  RemoveTagsFromCertificateCommandOutput,
} from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findCertificate } from './find-certificate';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_RemoveTagsFromCertificate.html: a given value must match too. */
export function removeTagsFromCertificate(
  context: Context,
  input: RemoveTagsFromCertificateCommandInput,
): Promise<Answer<RemoveTagsFromCertificateCommandOutput>> {
  return context.state.write((tx) => {
    const stored = findCertificate(context, input.CertificateArn);
    const tags = stored.tags.filter(
      (tag) => !input.Tags?.some(({ Key, Value }) => Key === tag.Key && (Value === undefined || Value === tag.Value)),
    );
    tx.put('certificates', keyOf.certificate(context.scope, stored.detail.CertificateArn), { ...stored, tags });
    return {};
  });
}
