import type { UntagResourceCommandInput, UntagResourceCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findTagged } from './tagged-resource';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html */
export function untagResource(
  context: Context,
  input: UntagResourceCommandInput,
): Promise<Answer<UntagResourceCommandOutput>> {
  return context.state.write((tx) => {
    const found = findTagged(context, input.resourceArn);
    const kept = Object.entries(found.tags).filter(([key]) => !input.tagKeys?.includes(key));
    found.store(tx, Object.fromEntries(kept));
    return {};
  });
}
