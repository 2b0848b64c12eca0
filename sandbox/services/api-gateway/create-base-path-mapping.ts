import type {
  CreateBasePathMappingCommandInput,
  CreateBasePathMappingCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findDomainName } from './find';
import { checkedBasePath, refuseUnknownTarget } from './mapping-target';
import { conflict } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateBasePathMapping.html */
export function createBasePathMapping(
  context: Context,
  input: CreateBasePathMappingCommandInput,
): Promise<Answer<CreateBasePathMappingCommandOutput>> {
  return context.state.write((tx) => {
    const { domainName } = findDomainName(context, input.domainName);
    const basePath = checkedBasePath(input.basePath);
    const restApiId = input.restApiId ?? '';
    refuseUnknownTarget(context, restApiId, input.stage);
    const key = keyOf.basePathMapping(context.scope, domainName, basePath);
    if (context.state.get('basePathMappings', key)) throw conflict('Base path already exists for this domain name');
    const mapping = { basePath, restApiId, ...(input.stage ? { stage: input.stage } : {}) };
    tx.put('basePathMappings', key, { ...mapping, domainName });
    return mapping;
  });
}
