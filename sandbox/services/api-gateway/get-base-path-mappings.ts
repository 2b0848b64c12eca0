import type { GetBasePathMappingsCommandInput, GetBasePathMappingsCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findDomainName } from './find';
import { page } from './page';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetBasePathMappings.html */
export function getBasePathMappings(
  context: Context,
  input: GetBasePathMappingsCommandInput,
): Answer<GetBasePathMappingsCommandOutput> {
  const { domainName } = findDomainName(context, input.domainName);
  return page(context.state.list('basePathMappings', keyOf.basePathMapping(context.scope, domainName)), input);
}
