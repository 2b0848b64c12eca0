import type { UntagResourceCommandInput, UntagResourceCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { refuseResource } from './refuse-resource';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_UntagResource.html: not for certificates. */
export function untagResource(
  context: Context,
  { ResourceArn }: UntagResourceCommandInput,
): Answer<UntagResourceCommandOutput> {
  return refuseResource(context, ResourceArn, 'RemoveTagsFromCertificate');
}
