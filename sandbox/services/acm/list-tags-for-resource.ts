import type { ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { refuseResource } from './refuse-resource';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_ListTagsForResource.html: not for certificates. */
export function listTagsForResource(
  context: Context,
  { ResourceArn }: ListTagsForResourceCommandInput,
): Answer<ListTagsForResourceCommandOutput> {
  return refuseResource(context, ResourceArn, 'ListTagsForCertificate');
}
