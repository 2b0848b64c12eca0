import type { GetBasePathMappingCommandInput, GetBasePathMappingCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findBasePathMapping } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetBasePathMapping.html */
export function getBasePathMapping(
  context: Context,
  input: GetBasePathMappingCommandInput,
): Answer<GetBasePathMappingCommandOutput> {
  return findBasePathMapping(context, input.domainName, input.basePath);
}
