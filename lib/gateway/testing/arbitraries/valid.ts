import { withParents } from '@/lib/gateway/canonicalise/parents';
import { declarationsFor } from '@/lib/gateway/mapping/declarations-for';
import type { Integration, IntegrationResponse, Method, Model, Snapshot } from '@/lib/gateway/model';
import { referencedModels } from '@/lib/gateway/model-references';
import { entryOf, sortedRecord } from '@/lib/gateway/records';
import { validPaths } from './paths';

interface Options {
  /** Between two calls an authorizer may have changed its kind before the methods have. */
  isBetween?: boolean;
}

/** A mixture of two gateways without what AWS would refuse in it: references to what isn't there, above all. */
export function valid(snapshot: Snapshot, options: Options = {}): Snapshot {
  const paths = new Set(validPaths(Object.keys(snapshot.resources).filter((path) => path !== '/')));
  const kept = Object.entries(snapshot.resources).filter(([path]) => path === '/' || paths.has(path));
  const models = withoutDangling(snapshot.models);
  const shared = { ...snapshot, models };
  return {
    ...shared,
    resources: sortedRecord(withParents(Object.fromEntries(kept)), ({ methods }) => ({
      methods: sortedRecord(methods as Record<string, Method>, (method) => validMethod(method, shared, options)),
    })),
  };
}

function withoutDangling(models: Record<string, Model>): Record<string, Model> {
  return sortedRecord(models, (model, name) => {
    const references = referencedModels(model.schema);
    // References go from later names to earlier ones, so that there is no circle.
    const isBad = references.some((other) => entryOf(models, other) === null || other >= name);
    return isBad ? { ...model, schema: '{"type":"object"}' } : model;
  });
}

function validMethod(method: Method, shared: Snapshot, { isBetween = false }: Options): Method {
  const authorizer = entryOf(shared.authorizers, method.authorizer ?? '');
  const type = authorizer && (authorizer.type === 'COGNITO_USER_POOLS' ? 'COGNITO_USER_POOLS' : 'CUSTOM');
  const isOpen = method.authorizationType === 'NONE' || method.authorizationType === 'AWS_IAM';
  const authorized = isOpen || (isBetween ? type !== null : type === method.authorizationType);
  const knownModels = (models: Record<string, string>) =>
    Object.fromEntries(Object.entries(models).filter(([, name]) => Object.hasOwn(shared.models, name)));
  const responses = sortedRecord(method.responses, ({ parameters, models }) => ({
    parameters,
    models: knownModels(models),
  }));
  const valid: Method = {
    ...method,
    ...(authorized ? {} : { authorizationType: 'NONE', authorizer: null, authorizationScopes: [] }),
    requestValidator: entryOf(shared.validators, method.requestValidator ?? '') && method.requestValidator,
    requestParameters: withUniqueNames(method.requestParameters),
    requestModels: knownModels(method.requestModels),
    responses,
  };
  return { ...valid, integration: method.integration && validIntegration(method.integration, valid) };
}

function withUniqueNames(parameters: Record<string, boolean>): Record<string, boolean> {
  const seen = new Set<string>();
  return Object.fromEntries(
    Object.entries(parameters).filter(([key]) => {
      const name = key.replace(/^method\.request\.\w+\./, '');
      return !seen.has(name) && seen.add(name);
    }),
  );
}

function validIntegration(integration: Integration, method: Method): Integration {
  const isDeclared = (key: string) => Object.hasOwn(method.requestParameters, key);
  const mappings = Object.entries(integration.requestParameters);
  let hasDefault = false;
  const responses = Object.entries(integration.responses).flatMap(
    ([status, response]): [string, IntegrationResponse][] => {
      const declared = entryOf(method.responses, status);
      if (!declared || (hasDefault && response.selectionPattern === null)) return [];
      hasDefault ||= response.selectionPattern === null;
      const parameters = Object.entries(response.parameters).filter(([key]) => Object.hasOwn(declared.parameters, key));
      return [[status, { ...response, parameters: Object.fromEntries(parameters) }]];
    },
  );
  return {
    ...integration,
    cacheKeyParameters: integration.cacheKeyParameters.filter(isDeclared),
    requestParameters: Object.fromEntries(
      mappings.filter(([key, source]) => declarationsFor({ [key]: source }).every(isDeclared)),
    ),
    responses: Object.fromEntries(responses),
  };
}
