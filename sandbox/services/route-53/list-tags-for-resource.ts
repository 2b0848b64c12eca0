import type { ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { findTaggedZone } from './zone-tags';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListTagsForResource.html */
export function listTagsForResource(
  context: Context,
  input: ListTagsForResourceCommandInput,
): Answer<ListTagsForResourceCommandOutput> {
  const { tags } = findTaggedZone(context, input.ResourceType, input.ResourceId);
  return { ResourceTagSet: { ResourceType: input.ResourceType, ResourceId: input.ResourceId, Tags: tags } };
}
