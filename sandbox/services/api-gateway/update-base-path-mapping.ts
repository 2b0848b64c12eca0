import type {
  UpdateBasePathMappingCommandInput,
  UpdateBasePathMappingCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { findBasePathMapping } from './find';
import { checkedBasePath, refuseUnknownTarget } from './mapping-target';
import { applyPatch, type PatchRule, type PatchRules } from './patch';
import { textRule } from './patch-rules';
import { conflict } from './refusals';

type Mapping = Collections['basePathMappings'];

const basePath: PatchRule<Mapping> = {
  ops: ['replace'],
  apply: (mapping, value) => ({ ...mapping, basePath: checkedBasePath(value) }),
};

/** AWS documents `/basepath`; clients in the wild send `/basePath` (facts 06). */
const rules: PatchRules<Mapping> = {
  '/basePath': basePath,
  '/basepath': basePath,
  '/restapiId': textRule('restApiId'),
  '/stage': textRule('stage'),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateBasePathMapping.html */
export function updateBasePathMapping(
  context: Context,
  input: UpdateBasePathMappingCommandInput,
): Promise<Answer<UpdateBasePathMappingCommandOutput>> {
  return context.state.write((tx) => {
    const before = findBasePathMapping(context, input.domainName, input.basePath);
    const after = applyPatch(before, input.patchOperations, rules, 'updateBasePathMappingInput');
    refuseUnknownTarget(context, after.restApiId ?? '', after.stage);
    const oldKey = keyOf.basePathMapping(context.scope, before.domainName, before.basePath);
    const newKey = keyOf.basePathMapping(context.scope, after.domainName, after.basePath);
    if (oldKey !== newKey) {
      if (context.state.get('basePathMappings', newKey))
        throw conflict('Base path already exists for this domain name');
      tx.remove('basePathMappings', oldKey);
    }
    tx.put('basePathMappings', newKey, after);
    return after;
  });
}
