import type { Method, MethodResponse } from '@aws-sdk/client-api-gateway';
import type { DeploymentSnapshot, StoredResource } from '../../../model';
import { exportIntegration } from './export-integration';
import { type Flavour, schemaPrefix } from './flavour';
import { filled, type Json } from './json';

export interface ExportOptions {
  flavour: Flavour;
  /** Which `x-amazon-apigateway-…` are wanted. */
  has(extension: string): boolean;
}

const textType = { type: 'string' };

/** A method as an operation of a path. */
export function exportMethod(
  snapshot: DeploymentSnapshot,
  resource: StoredResource,
  method: Method,
  { flavour, has }: ExportOptions,
): Json {
  const { requestModels = {}, methodResponses = {}, methodIntegration } = method;
  const validator = snapshot.requestValidators.find(({ id }) => id === method.requestValidatorId);
  const isOas = flavour === 'oas30';
  const responses = Object.entries(methodResponses);
  return filled({
    operationId: method.operationName,
    ...(isOas ? {} : { consumes: Object.keys(requestModels), produces: typesOf(methodResponses) }),
    parameters: [...parameters(method, flavour), ...(isOas ? [] : bodyParameters(requestModels))],
    requestBody: isOas && Object.keys(requestModels).length > 0 ? requestBody(requestModels) : undefined,
    responses: responses.length === 0 ? defaultResponse(resource, method) : exportResponses(responses, flavour),
    security: security(snapshot, method),
    'x-amazon-apigateway-request-validator': has('validators') ? validator?.name : undefined,
    'x-amazon-apigateway-integration':
      has('integrations') && methodIntegration ? exportIntegration(methodIntegration, resource.id) : undefined,
  });
}

const places: Record<string, string> = { path: 'path', querystring: 'query', header: 'header' };

function parameters({ requestParameters = {} }: Method, flavour: Flavour): Json[] {
  return Object.entries(requestParameters).map(([key, required]) => {
    const [, place = '', name = ''] = /^method\.request\.([a-z]+)\.(.+)$/.exec(key) ?? [];
    const type = flavour === 'oas30' ? { schema: textType } : textType;
    // A path parameter can't be left out.
    return { name, in: places[place], ...(required || place === 'path' ? { required: true } : {}), ...type };
  });
}

function requestBody(models: Record<string, string>): Json {
  return { content: content(models), required: true };
}

function content(models: Record<string, string>): Json {
  const schema = (name: string) => ({ schema: { $ref: schemaPrefix.oas30 + name } });
  return Object.fromEntries(Object.entries(models).map(([type, name]) => [type, schema(name)]));
}

/** Swagger knows one body: the first model, of all content types. */
function bodyParameters(models: Record<string, string>): Json[] {
  const [name] = Object.values(models);
  if (name === undefined) return [];
  return [{ in: 'body', name, required: true, schema: { $ref: schemaPrefix.swagger + name } }];
}

function typesOf(responses: Record<string, MethodResponse>): string[] {
  return [...new Set(Object.values(responses).flatMap(({ responseModels = {} }) => Object.keys(responseModels)))];
}

/** Documents must say something of answers. */
function defaultResponse({ path }: StoredResource, { httpMethod }: Method): Json {
  return { default: { description: `Default response for ${httpMethod} ${path}` } };
}

function exportResponses(responses: [string, MethodResponse][], flavour: Flavour): Json {
  return Object.fromEntries(
    responses.map(([status, { responseParameters = {}, responseModels = {} }]) => {
      const names = Object.keys(responseParameters).map((key) => key.replace(/^method\.response\.header\./, ''));
      const type = flavour === 'oas30' ? { schema: textType } : textType;
      const headers = filled({ headers: Object.fromEntries(names.map((name) => [name, type])) });
      const [model] = Object.values(responseModels);
      const ofModels =
        flavour === 'oas30'
          ? { content: content(responseModels) }
          : filled({ schema: model === undefined ? undefined : { $ref: schemaPrefix.swagger + model } });
      return [status, { description: `${status} response`, ...headers, ...ofModels }];
    }),
  );
}

/** Names of the schemes that aren't authorizers. */
export const iamScheme = 'sigv4';
export const apiKeyScheme = 'api_key';

function security(snapshot: DeploymentSnapshot, method: Method): Json[] {
  const { authorizationType, authorizerId, authorizationScopes = [], apiKeyRequired } = method;
  const authorizer = snapshot.authorizers.find(({ id }) => id === authorizerId);
  return [
    ...(authorizationType === 'AWS_IAM' ? [{ [iamScheme]: [] }] : []),
    ...(authorizer ? [{ [authorizer.name]: authorizationScopes }] : []),
    ...(apiKeyRequired ? [{ [apiKeyScheme]: [] }] : []),
  ];
}
