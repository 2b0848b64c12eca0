import type { ListTagsForCertificateCommandInput, ListTagsForCertificateCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { findCertificate } from './find-certificate';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ListTagsForCertificate.html */
export function listTagsForCertificate(
  context: Context,
  input: ListTagsForCertificateCommandInput,
): Answer<ListTagsForCertificateCommandOutput> {
  return { Tags: findCertificate(context, input.CertificateArn).tags };
}
