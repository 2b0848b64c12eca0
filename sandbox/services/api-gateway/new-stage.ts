import type { Context } from '../../context';
import type { StoredStage } from '../../model';
import { keyOf } from '../../scope';
import { badRequest } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';

const maxVariables = 100;
const maxVariableName = 64;
const maxVariableValue = 512;

/** A stage with nothing set but what it must have (facts 5.2). */
export function newStage(context: Context, named: { stageName: string; deploymentId: string }): StoredStage {
  const createdDate = new Date(context.now);
  return {
    ...named,
    cacheClusterEnabled: false,
    cacheClusterStatus: 'NOT_AVAILABLE',
    methodSettings: {},
    tracingEnabled: false,
    createdDate,
    lastUpdatedDate: createdDate,
  };
}

/** Refuses names and variables outside API Gateway's limits (facts 1.3). */
export function refuseBadStage({
  stageName,
  variables = {},
}: {
  stageName: string;
  variables?: Record<string, string> | undefined;
}): void {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(stageName)) throw badRequest('Stage name only allows a-zA-Z0-9_-');
  const entries = Object.entries(variables);
  if (entries.length > maxVariables) throw badRequest(`A stage can have at most ${maxVariables} variables.`);
  const bad = entries.find(
    ([name, value]) => !/^\w+$/.test(name) || name.length > maxVariableName || value.length > maxVariableValue,
  );
  if (bad) throw badRequest(`Invalid stage variable: ${bad[0]}`);
}

/** What a stage and its canary serve must be there (facts 5.4). */
export function refuseUnknownDeployments({ state, scope }: Context, restApiId: string, stage: StoredStage): void {
  for (const id of [stage.deploymentId, stage.canarySettings?.deploymentId ?? stage.deploymentId]) {
    if (!state.get('deployments', keyOf.deployment(scope, restApiId, id)))
      throw badRequest('Deployment id does not exist');
  }
}

/** Of what a stage refers to, what it didn't before must be there; an empty id means none. */
export function refuseUnknownReferences(
  { state, scope }: Context,
  restApiId: string,
  { clientCertificateId, documentationVersion }: StoredStage,
  before?: StoredStage,
): void {
  if (clientCertificateId && clientCertificateId !== before?.clientCertificateId) {
    if (!state.get('clientCertificates', keyOf.clientCertificate(scope, clientCertificateId)))
      throw badRequest('Invalid Client Certificate identifier specified');
  }
  if (documentationVersion && documentationVersion !== before?.documentationVersion) {
    if (!state.get('documentationVersions', keyOf.documentationVersion(scope, restApiId, documentationVersion)))
      throw badRequest('Invalid Documentation version identifier specified');
  }
}

export function refuseTooManyStages(context: Context, restApiId: string): void {
  refuseOverQuota(context, 'maxStages', context.state.count('stages', keyOf.stage(context.scope, restApiId)));
}
