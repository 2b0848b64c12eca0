import type { TagResourceCommandInput, TagResourceCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { refuseResource } from './refuse-resource';

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_TagResource.html: not for certificates. */
export function tagResource(
  context: Context,
  { ResourceArn }: TagResourceCommandInput,
): Answer<TagResourceCommandOutput> {
  return refuseResource(context, ResourceArn, 'AddTagsToCertificate');
}
