import type { UpdateDeploymentCommandInput, UpdateDeploymentCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredDeployment } from '../../model';
import { keyOf } from '../../scope';
import { findDeployment } from './find';
import { applyPatch, type PatchRules } from './patch';
import { clearableRule } from './patch-rules';
import { listedWords } from './patch-words';

const rules: PatchRules<StoredDeployment['deployment']> = { '/description': clearableRule('description') };
const words = listedWords(Object.keys(rules));

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDeployment.html: what it serves never changes. */
export function updateDeployment(
  context: Context,
  input: UpdateDeploymentCommandInput,
): Promise<Answer<UpdateDeploymentCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const stored = findDeployment(context, restApiId, input.deploymentId);
    const deployment = applyPatch(stored.deployment, input.patchOperations, rules, 'updateDeploymentInput', words);
    tx.put('deployments', keyOf.deployment(context.scope, restApiId, deployment.id), { ...stored, deployment });
    return deployment;
  });
}
