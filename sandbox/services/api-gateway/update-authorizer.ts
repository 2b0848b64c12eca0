import type { UpdateAuthorizerCommandInput, UpdateAuthorizerCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredAuthorizer } from '../../model';
import { keyOf } from '../../scope';
import { authorizerTypes, refuseBadAuthorizer } from './authorizer-checks';
import { findAuthorizer } from './find';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule, entryRule, textRule, wordRule } from './patch-rules';
import { badRequest } from './refusals';

const rules: PatchRules<StoredAuthorizer> = {
  '/authorizerUri': textRule('authorizerUri'),
  '/authorizerCredentials': clearableRule('authorizerCredentials'),
  '/authorizerResultTtlInSeconds': {
    ops: ['replace'],
    apply: (authorizer, value) => ({
      ...authorizer,
      authorizerResultTtlInSeconds: value === '' ? Number.NaN : Number(value),
    }),
  },
  '/authType': clearableRule('authType'),
  '/identitySource': clearableRule('identitySource', ['add', 'replace', 'remove']),
  '/identityValidationExpression': clearableRule('identityValidationExpression'),
  '/name': textRule('name'),
  '/providerARNs': entryRule('providerARNs'),
  '/providerARNs/{key}': entryRule('providerARNs'),
  '/type': wordRule('type', authorizerTypes, 'authorizer type'),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAuthorizer.html */
export function updateAuthorizer(
  context: Context,
  input: UpdateAuthorizerCommandInput,
): Promise<Answer<UpdateAuthorizerCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const before = findAuthorizer(context, restApiId, input.authorizerId);
    const after = applyPatch(before, input.patchOperations, rules, 'updateAuthorizerInput');
    refuseBadAuthorizer(after);
    const others = context.state.list('authorizers', keyOf.authorizer(context.scope, restApiId));
    if (others.some((other) => other.name === after.name && other.id !== after.id)) {
      throw badRequest(`Authorizer name must be unique. Authorizer ${after.name} already exists in this RestApi.`);
    }
    tx.put('authorizers', keyOf.authorizer(context.scope, restApiId, before.id), after);
    return after;
  });
}
