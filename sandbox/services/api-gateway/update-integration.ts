import type {
  Integration,
  UpdateIntegrationCommandInput,
  UpdateIntegrationCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { checkedIntegration } from './integration-checks';
import { findIntegration, putMethodIn } from './methods';
import { applyPatch, type PatchOp, type PatchRules } from './patch';
import { clearableRule, entryRule, mapRule, missingEntry, textRule, wordRule } from './patch-rules';

const anyOp: PatchOp[] = ['add', 'replace', 'remove'];

/** The type can't be patched: PutIntegration changes it (facts 06). */
const rules: PatchRules<Integration> = {
  '/cacheKeyParameters': entryRule('cacheKeyParameters', anyOp),
  '/cacheKeyParameters/{key}': entryRule('cacheKeyParameters', anyOp),
  '/cacheNamespace': textRule('cacheNamespace'),
  '/connectionId': clearableRule('connectionId'),
  '/connectionType': wordRule('connectionType', ['INTERNET', 'VPC_LINK'], 'connection type'),
  '/contentHandling': wordRule('contentHandling', ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'], 'content handling'),
  '/credentials': clearableRule('credentials'),
  '/integrationTarget': clearableRule('integrationTarget'),
  '/passthroughBehavior': textRule('passthroughBehavior'),
  '/requestParameters/{key}': mapRule('requestParameters', missingEntry.parameter),
  '/requestTemplates/{key}': mapRule('requestTemplates', missingEntry.contentType),
  '/responseTransferMode': wordRule('responseTransferMode', ['BUFFERED', 'STREAM'], 'response transfer mode'),
  '/timeoutInMillis': {
    ops: ['replace'],
    apply: (integration, value) => ({ ...integration, timeoutInMillis: value === '' ? Number.NaN : Number(value) }),
  },
  '/tlsConfig/insecureSkipVerification': {
    ops: ['replace'],
    apply: (integration, value) => ({
      ...integration,
      tlsConfig: { ...integration.tlsConfig, insecureSkipVerification: value === 'true' },
    }),
  },
};

/** A mock calls nobody. */
const callingRules: PatchRules<Integration> = {
  ...rules,
  '/httpMethod': textRule('httpMethod'),
  '/uri': textRule('uri'),
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateIntegration.html */
export function updateIntegration(
  context: Context,
  input: UpdateIntegrationCommandInput,
): Promise<Answer<UpdateIntegrationCommandOutput>> {
  return context.state.write((tx) => {
    const { resource, method, integration } = findIntegration(context, input);
    const paths = integration.type === 'MOCK' ? rules : callingRules;
    const patched = applyPatch(integration, input.patchOperations, paths, 'updateIntegrationInput');
    const updated = checkedIntegration(context, patched, method);
    putMethodIn(context, tx, input, resource, { ...method, methodIntegration: updated });
    return updated;
  });
}
