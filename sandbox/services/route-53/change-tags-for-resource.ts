import type { ChangeTagsForResourceCommandInput, ChangeTagsForResourceCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { bareId } from './zone';
import { findTaggedZone } from './zone-tags';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeTagsForResource.html */
export function changeTagsForResource(
  context: Context,
  input: ChangeTagsForResourceCommandInput,
): Promise<Answer<ChangeTagsForResourceCommandOutput>> {
  return context.state.write((tx) => {
    const stored = findTaggedZone(context, input.ResourceType, input.ResourceId);
    const tags = new Map(stored.tags.map((tag) => [tag.Key, tag.Value]));
    for (const { Key = '', Value = '' } of input.AddTags ?? []) tags.set(Key, Value);
    for (const key of input.RemoveTagKeys ?? []) tags.delete(key);
    tx.put('zones', keyOf.zone(context.account, bareId(stored.zone.Id)), {
      ...stored,
      tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
    });
    return {};
  });
}
