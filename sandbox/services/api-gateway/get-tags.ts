import type { GetTagsCommandInput, GetTagsCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findTagged } from './tagged-resource';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetTags.html; AWS doesn't page it either. */
export function getTags(context: Context, input: GetTagsCommandInput): Answer<GetTagsCommandOutput> {
  return { tags: findTagged(context, input.resourceArn).tags };
}
