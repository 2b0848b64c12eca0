import type { DocumentationPartLocation } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../../context';
import { keyOf } from '../../../scope';
import { type MethodOfApi, methodsOfApi } from '../methods-of-api';

/** Every place in an API that a documentation part can be about. */
export function locationsOfApi(context: Context, restApiId: string): DocumentationPartLocation[] {
  const { state, scope } = context;
  return [
    { type: 'API' },
    ...state
      .list('authorizers', keyOf.authorizer(scope, restApiId))
      .map(({ name }) => ({ type: 'AUTHORIZER' as const, name })),
    ...state.list('models', keyOf.model(scope, restApiId)).map(({ name }) => ({ type: 'MODEL' as const, name })),
    ...state
      .list('resources', keyOf.resource(scope, restApiId))
      .map(({ path }) => ({ type: 'RESOURCE' as const, path })),
    ...methodsOfApi(context, restApiId).flatMap(locationsOfMethod),
  ];
}

const parameterTypes: Record<string, 'PATH_PARAMETER' | 'QUERY_PARAMETER' | 'REQUEST_HEADER'> = {
  path: 'PATH_PARAMETER',
  querystring: 'QUERY_PARAMETER',
  header: 'REQUEST_HEADER',
};

function locationsOfMethod({ path, verb, method }: MethodOfApi): DocumentationPartLocation[] {
  // A method for any verb is documented as one.
  const at = { path, method: verb === 'ANY' ? '*' : verb };
  const parameters = Object.keys(method.requestParameters ?? {}).flatMap((key): DocumentationPartLocation[] => {
    const [, place = '', name] = /^method\.request\.([a-z]+)\.(.+)$/.exec(key) ?? [];
    const type = parameterTypes[place];
    return type && name ? [{ type, ...at, name }] : [];
  });
  const responses = Object.values(method.methodResponses ?? {}).flatMap(
    ({ statusCode = '', responseParameters = {} }): DocumentationPartLocation[] => [
      { type: 'RESPONSE', ...at, statusCode },
      { type: 'RESPONSE_BODY', ...at, statusCode },
      ...Object.keys(responseParameters).map((key) => ({
        type: 'RESPONSE_HEADER' as const,
        ...at,
        statusCode,
        name: key.replace(/^method\.response\.header\./, ''),
      })),
    ],
  );
  return [{ type: 'METHOD', ...at }, { type: 'REQUEST_BODY', ...at }, ...parameters, ...responses];
}
