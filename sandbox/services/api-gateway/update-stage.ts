import type { UpdateStageCommandInput, UpdateStageCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { findStage } from './find';
import { refuseBadStage } from './new-stage';
import { applyPatch, type PatchRules, textRule } from './patch';
import { badRequest } from './refusals';

type Stage = Collections['stages'];

const rules: PatchRules<Stage> = {
  '/deploymentId': textRule('deploymentId'),
  '/description': textRule('description'),
  '/documentationVersion': textRule('documentationVersion'),
  '/clientCertificateId': textRule('clientCertificateId'),
  // A value that is no boolean is stored as false, without an error (facts 5.2).
  '/tracingEnabled': { ops: ['replace'], apply: (stage, value) => ({ ...stage, tracingEnabled: value === 'true' }) },
  '/variables/{key}': {
    ops: ['replace', 'remove'],
    apply: (stage, value, op, key) => {
      const { [key]: _old, ...others } = stage.variables ?? {};
      return { ...stage, variables: op === 'remove' ? others : { ...others, [key]: value } };
    },
  },
};

const methodSettings = [
  'metrics/enabled',
  'logging/dataTrace',
  'logging/loglevel',
  'throttling/burstLimit',
  'throttling/rateLimit',
  'caching/ttlInSeconds',
  'caching/enabled',
  'caching/dataEncrypted',
  'caching/requireAuthorizationForCacheControl',
  'caching/unauthorizedCacheControlHeaderStrategy',
];
const paths = [
  '/deploymentId',
  '/description',
  '/cacheClusterEnabled',
  '/cacheClusterSize',
  '/clientCertificateId',
  '/accessLogSettings',
  '/accessLogSettings/destinationArn',
  '/accessLogSettings/format',
  ...methodSettings.map((setting) => `/{resourcePath}/{httpMethod}/${setting}`),
  ...methodSettings.map((setting) => `/*/*/${setting}`),
  '/variables/{variable_name}',
  '/tracingEnabled',
];

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html; method settings, cache and canary come later. */
export function updateStage(
  context: Context,
  input: UpdateStageCommandInput,
): Promise<Answer<UpdateStageCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const before = findStage(context, restApiId, input.stageName);
    const after = applyPatch(before, input.patchOperations, rules, 'updateStageInput', (path) =>
      badRequest(`Invalid method setting path: ${path ?? 'null'}. Must be one of: [${paths.join(', ')}]`),
    );
    if (!context.state.get('deployments', keyOf.deployment(context.scope, restApiId, after.deploymentId))) {
      throw badRequest('Deployment id does not exist');
    }
    refuseBadStage(after);
    const updated = { ...after, lastUpdatedDate: new Date(context.now) };
    tx.put('stages', keyOf.stage(context.scope, restApiId, before.stageName), updated);
    return updated;
  });
}
