import type {
  GatewayResponse,
  UpdateGatewayResponseCommandInput,
  UpdateGatewayResponseCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findRestApi } from './find';
import { checkedType } from './gateway-response-types';
import { ownGatewayResponse } from './gateway-response-view';
import { refuseBadContentTypes, refuseBadGatewayResponseMappings } from './mapping-expression';
import { applyPatch, type PatchRule, type PatchRules } from './patch';
import { clearableRule, mapRule, missingEntry } from './patch-rules';
import { blindWords } from './patch-words';
import { badRequest } from './refusals';
import { isStatusCode } from './status-code';

type Map = 'responseParameters' | 'responseTemplates';

const rules: PatchRules<GatewayResponse> = {
  '/statusCode': clearableRule('statusCode'),
  '/responseParameters/{key}': filled('responseParameters', missingEntry.parameter),
  '/responseTemplates/{key}': filled('responseTemplates', missingEntry.contentType),
};

/** An entry that can't be empty. */
function filled(member: Map, missing: () => Error): PatchRule<GatewayResponse> {
  const rule = mapRule<GatewayResponse, Map>(member, missing);
  return {
    ...rule,
    apply: (target, value, place) => {
      if (place.op !== 'remove' && value === '') throw badRequest(`Invalid null or empty value in ${member}`);
      return rule.apply(target, value, place);
    },
  };
}

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateGatewayResponse.html; what nobody put yet begins as AWS's own. */
export function updateGatewayResponse(
  context: Context,
  input: UpdateGatewayResponseCommandInput,
): Promise<Answer<UpdateGatewayResponseCommandOutput>> {
  const responseType = checkedType(input.responseType);
  return context.state.write((tx) => {
    const { id } = findRestApi(context, input.restApiId);
    const key = keyOf.gatewayResponse(context.scope, id, responseType);
    const own = ownGatewayResponse(responseType);
    const before = context.state.get('gatewayResponses', key) ?? own;
    const patched = applyPatch(before, input.patchOperations, rules, 'updateGatewayResponseInput', blindWords);
    if (patched.statusCode && !isStatusCode(patched.statusCode))
      throw badRequest(`Invalid status code specified: ${patched.statusCode}`);
    refuseBadGatewayResponseMappings(patched.responseParameters);
    refuseBadContentTypes(patched.responseTemplates);
    const statusCode = patched.statusCode ?? own.statusCode;
    const after = { ...patched, ...(statusCode ? { statusCode } : {}), responseType, defaultResponse: false };
    tx.put('gatewayResponses', key, after);
    return after;
  });
}
