import type { TagResourceCommandInput, TagResourceCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findTagged } from './tagged-resource';
import { checkedTags } from './tags';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html */
export function tagResource(
  context: Context,
  input: TagResourceCommandInput,
): Promise<Answer<TagResourceCommandOutput>> {
  return context.state.write((tx) => {
    const found = findTagged(context, input.resourceArn);
    found.store(tx, checkedTags({ ...found.tags, ...input.tags }));
    return {};
  });
}
