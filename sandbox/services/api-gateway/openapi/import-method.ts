import { createHash } from 'node:crypto';
import { type Flavour, schemaPrefix } from './flavour';
import { importIntegration } from './import-integration';
import type { ImportedSchemes } from './import-security-schemes';
import type { ImportedMethod, ImportedModel } from './imported';
import { asList, asRecord, asText, type Json } from './json';

export interface MethodSource {
  document: Json;
  flavour: Flavour;
  schemes: ImportedSchemes;
  /** Grows by what methods define in place. */
  models: ImportedModel[];
  warnings: string[];
  path: string;
  verb: string;
  /** The path's item, whose parameters hold for all its operations. */
  item: unknown;
  operation: unknown;
}

export function importMethod(source: MethodSource): ImportedMethod {
  const { document, flavour, path, verb } = source;
  const operation = asRecord(source.operation);
  const parameters = [...asList(asRecord(source.item).parameters), ...asList(operation.parameters)].map((each) =>
    referred(document, each),
  );
  const validator =
    operation['x-amazon-apigateway-request-validator'] ?? document['x-amazon-apigateway-request-validator'];
  const integration = operation['x-amazon-apigateway-integration'];
  const body =
    flavour === 'oas30' ? referred(document, operation.requestBody).content : bodyContent(source, parameters);
  return {
    path,
    verb,
    operationName: asText(operation.operationId),
    requestParameters: requestParameters(parameters),
    requestModels: modelsOf(source, asRecord(body)),
    responses: importResponses(source, operation),
    ...security(source, operation),
    validator: asText(validator),
    integration: integration === undefined ? undefined : importIntegration(asRecord(integration)),
  };
}

/** A local reference's target, or the value itself. */
function referred(document: Json, value: unknown): Json {
  const reference = asText(asRecord(value).$ref);
  if (reference === undefined || !reference.startsWith('#/')) return asRecord(value);
  let target: unknown = document;
  for (const step of reference.slice(2).split('/')) target = asRecord(target)[step];
  return asRecord(target);
}

const places: Record<string, string> = { path: 'path', query: 'querystring', header: 'header' };

function requestParameters(parameters: Json[]): Record<string, boolean> {
  const known = parameters.filter((parameter) => Object.hasOwn(places, asText(parameter.in) ?? ''));
  return Object.fromEntries(
    known.map((parameter) => [
      `method.request.${places[asText(parameter.in) ?? '']}.${asText(parameter.name)}`,
      parameter.required === true,
    ]),
  );
}

/** Swagger's body parameter in the form of OpenAPI 3: its schema for all content types. */
function bodyContent({ document, operation }: MethodSource, parameters: Json[]): Json {
  const body = parameters.find((parameter) => parameter.in === 'body');
  if (!body) return {};
  const consumes = asList(asRecord(operation).consumes ?? document.consumes).map(String);
  return Object.fromEntries((consumes.length > 0 ? consumes : ['application/json']).map((type) => [type, body]));
}

/** Content type -> model; a schema written in place becomes a model of its own. */
function modelsOf(source: MethodSource, content: Json): Record<string, string> {
  const entries = Object.entries(content).flatMap(([type, value]): [string, string][] => {
    const schema = asRecord(asRecord(value).schema);
    const name = Object.keys(schema).length > 0 ? modelOf(source, schema) : undefined;
    return name === undefined ? [] : [[type, name]];
  });
  return Object.fromEntries(entries);
}

function modelOf({ flavour, models }: MethodSource, schema: Json): string {
  const reference = asText(schema.$ref);
  if (reference?.startsWith(schemaPrefix[flavour])) return reference.slice(schemaPrefix[flavour].length);
  const name = `MODEL${createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 8)}`;
  if (!models.some((model) => model.name === name)) models.push({ name, description: undefined, schema });
  return name;
}

function importResponses(source: MethodSource, operation: Json): ImportedMethod['responses'] {
  const { document, flavour, path, verb, warnings } = source;
  const responses: ImportedMethod['responses'] = {};
  for (const [status, value] of Object.entries(asRecord(operation.responses))) {
    // Only says that there are answers at all.
    if (status === 'default') continue;
    if (!/^[1-5]\d\d$/.test(status)) {
      warnings.push(`Ignoring response '${status}' on method '${verb}' of resource '${path}'`);
      continue;
    }
    const response = referred(document, value);
    const headers = Object.keys(asRecord(response.headers)).map((name) => [`method.response.header.${name}`, false]);
    const produces = asList(operation.produces ?? document.produces).map(String);
    const types = produces.length > 0 ? produces : ['application/json'];
    const content =
      flavour === 'oas30'
        ? asRecord(response.content)
        : Object.fromEntries(response.schema === undefined ? [] : types.map((type) => [type, response]));
    responses[status] = { parameters: Object.fromEntries(headers), models: modelsOf(source, content) };
  }
  return responses;
}

type Security = Pick<ImportedMethod, 'authorizationType' | 'authorizer' | 'authorizationScopes' | 'apiKeyRequired'>;

function security({ schemes, path, verb, warnings }: MethodSource, operation: Json): Security {
  const found: Security = {
    authorizationType: asText(asRecord(operation['x-amazon-apigateway-auth']).type) === 'AWS_IAM' ? 'AWS_IAM' : 'NONE',
    authorizer: undefined,
    authorizationScopes: [],
    apiKeyRequired: false,
  };
  for (const [name, scopes] of asList(operation.security).flatMap((each) => Object.entries(asRecord(each)))) {
    const meaning = Object.hasOwn(schemes.meanings, name) ? schemes.meanings[name] : undefined;
    if (meaning === undefined)
      warnings.push(`Ignoring security requirement '${name}' on method '${verb}' of resource '${path}'`);
    else if (meaning === 'api-key') found.apiKeyRequired = true;
    else if (meaning === 'iam') found.authorizationType = 'AWS_IAM';
    else {
      found.authorizationType = meaning === 'cognito' ? 'COGNITO_USER_POOLS' : 'CUSTOM';
      found.authorizer = name;
      found.authorizationScopes = asList(scopes).map(String);
    }
  }
  return found;
}
