import type { ChangeTagsForResourceCommandInput, ChangeTagsForResourceCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { invalidInput } from './refusals';
import { writeZone } from './write-zone';
import { bareId } from './zone';
import { findTaggedZone } from './zone-tags';

const maxTags = 50;

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeTagsForResource.html */
export function changeTagsForResource(
  context: Context,
  input: ChangeTagsForResourceCommandInput,
): Promise<Answer<ChangeTagsForResourceCommandOutput>> {
  return writeZone(context, input.ResourceId, (tx) => {
    const stored = findTaggedZone(context, input.ResourceType, input.ResourceId);
    const tags = new Map(stored.tags.map((tag) => [tag.Key, tag.Value]));
    for (const { Key = '', Value = '' } of input.AddTags ?? []) tags.set(Key, Value);
    for (const key of input.RemoveTagKeys ?? []) tags.delete(key);
    if (tags.size > maxTags) throw invalidInput(`A resource can have at most ${maxTags} tags.`);
    tx.put('zones', keyOf.zone(context.account, bareId(stored.zone.Id)), {
      ...stored,
      tags: [...tags].map(([Key, Value]) => ({ Key, Value })),
    });
    return {};
  });
}
