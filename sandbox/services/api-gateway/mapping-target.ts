import type { Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { badRequest } from './refusals';

/** Refuses a mapping to an API or stage that isn't there (facts 3.5). */
export function refuseUnknownTarget(context: Context, restApiId: string, stage: string | undefined): void {
  if (!context.state.get('restApis', keyOf.restApi(context.scope, restApiId)))
    throw badRequest('Invalid REST API identifier specified');
  if (stage && !context.state.get('stages', keyOf.stage(context.scope, restApiId, stage)))
    throw badRequest('Invalid stage identifier specified');
}

/** The base path as it is stored: `(none)` for the empty one. */
export function checkedBasePath(basePath: string | undefined): string {
  if (!basePath || basePath === '(none)') return '(none)';
  if (basePath.includes('/')) {
    throw badRequest(
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. " +
        'To create a multi-level base path mapping, use API Gateway V2.',
    );
  }
  if (basePath.length > 300 || !/^[A-Za-z0-9$\-_.+!*'()]+$/.test(basePath)) {
    throw badRequest("Base path can only contain letters, numbers, and one of $-_.+!*'()");
  }
  return basePath;
}

/** The mappings of all domains that lead to an API, or to one stage of it. */
export function mappingsTo(context: Context, restApiId: string, stage?: string): Collections['basePathMappings'][] {
  return context.state
    .list('basePathMappings', `${context.scope}/`)
    .filter((mapping) => mapping.restApiId === restApiId && (stage === undefined || mapping.stage === stage));
}
