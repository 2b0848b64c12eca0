import type { CanarySettings } from '@aws-sdk/client-api-gateway';
import type { StoredStage } from '../../model';
import type { PatchRule, PatchRules } from './patch';
import { badRequest } from './refusals';
import { withoutEmpty } from './without-empty';

/** A canary with what isn't given filled in: no traffic, the stage's own deployment (facts 5.4). */
export function checkedCanary(stageDeployment: string, given: CanarySettings): CanarySettings {
  const {
    deploymentId = stageDeployment,
    percentTraffic = 0,
    stageVariableOverrides = {},
    useStageCache = false,
  } = given;
  if (!(percentTraffic >= 0 && percentTraffic <= 100))
    throw badRequest('Percent traffic must be between 0.0 and 100.0');
  return withoutEmpty({ deploymentId, percentTraffic, stageVariableOverrides, useStageCache });
}

/** Changes the canary, and makes one where there is none. */
function canaryRule(
  change: (canary: CanarySettings, value: string, key: string) => CanarySettings,
): PatchRule<StoredStage> {
  return {
    ops: ['replace'],
    apply: (stage, value, { key }) => ({
      ...stage,
      canarySettings: checkedCanary(stage.deploymentId, change(stage.canarySettings ?? {}, value, key)),
    }),
  };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html */
export const canaryRules: PatchRules<StoredStage> = {
  '/canarySettings': {
    ops: ['remove'],
    apply: ({ canarySettings: _gone, ...stage }) => stage,
  },
  '/canarySettings/deploymentId': canaryRule((canary, deploymentId) => ({ ...canary, deploymentId })),
  '/canarySettings/percentTraffic': canaryRule((canary, value) => ({
    ...canary,
    percentTraffic: value === '' ? Number.NaN : Number(value),
  })),
  '/canarySettings/useStageCache': canaryRule((canary, value) => ({ ...canary, useStageCache: value === 'true' })),
  '/canarySettings/stageVariableOverrides/{key}': canaryRule((canary, value, key) => ({
    ...canary,
    stageVariableOverrides: { ...canary.stageVariableOverrides, [key]: value },
  })),
};

const sources: Record<string, string> = {
  '/deploymentId': '/canarySettings/deploymentId',
  '/variables': '/canarySettings/stageVariableOverrides',
};

export function badCopy(path: string | undefined, from: string): Error {
  return badRequest(
    `Invalid copy operation with path: ${path} and from ${from}. Valid copy:path are [${Object.keys(sources).join(', ')}] and ` +
      `valid copy:from are [${Object.values(sources).join(', ')}]`,
  );
}

/** What the canary has becomes the stage's own. */
export function promote(stage: StoredStage, path: string, from: string): StoredStage {
  if (sources[path] !== from) throw badCopy(path, from);
  const canary = stage.canarySettings;
  if (!canary) throw badRequest('Promotion not available. Canary does not exist.');
  return path === '/deploymentId'
    ? { ...stage, deploymentId: canary.deploymentId ?? stage.deploymentId }
    : { ...stage, variables: { ...stage.variables, ...canary.stageVariableOverrides } };
}
