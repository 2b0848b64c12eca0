import type {
  DeleteBasePathMappingCommandInput,
  DeleteBasePathMappingCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findBasePathMapping } from './find';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteBasePathMapping.html */
export function deleteBasePathMapping(
  context: Context,
  input: DeleteBasePathMappingCommandInput,
): Promise<Answer<DeleteBasePathMappingCommandOutput>> {
  return context.state.write((tx) => {
    const { domainName, basePath } = findBasePathMapping(context, input.domainName, input.basePath);
    tx.remove('basePathMappings', keyOf.basePathMapping(context.scope, domainName, basePath));
    return {};
  });
}
