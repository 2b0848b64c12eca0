import type { ListTagsForResourcesCommandInput, ListTagsForResourcesCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { findTaggedZone } from './zone-tags';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListTagsForResources.html */
export function listTagsForResources(
  context: Context,
  { ResourceType, ResourceIds = [] }: ListTagsForResourcesCommandInput,
): Answer<ListTagsForResourcesCommandOutput> {
  return {
    ResourceTagSets: ResourceIds.map((ResourceId) => {
      const { tags } = findTaggedZone(context, ResourceType, ResourceId);
      return { ResourceType, ResourceId, Tags: tags };
    }),
  };
}
