import type { Context } from '../../context';
import type { Collections } from '../../model';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { badRequest } from './refusals';

const maxStages = 10;
const maxVariables = 100;
const maxVariableName = 64;
const maxVariableValue = 512;

/** A stage with nothing set but what it must have (facts 5.2). */
export function newStage(context: Context, named: { stageName: string; deploymentId: string }): Collections['stages'] {
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

export function refuseTooManyStages(context: Context, restApiId: string): void {
  if ([...context.state.keys('stages', keyOf.stage(context.scope, restApiId))].length >= maxStages) {
    throw new Failure(
      'LimitExceededException',
      `Maximum number of stages for this API has been reached: ${maxStages}`,
      429,
    );
  }
}
