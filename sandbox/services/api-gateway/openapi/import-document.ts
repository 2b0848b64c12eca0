import type { GatewayResponse, GatewayResponseType } from '@aws-sdk/client-api-gateway';
import { documentationOf } from '../documentation/documentation-of';
import { type Flavour, schemasOf } from './flavour';
import { importMethod } from './import-method';
import { importSecuritySchemes } from './import-security-schemes';
import type { ImportedApi, ImportedMethod, ImportedModel } from './imported';
import { asList, asRecord, asText, asTexts, type Json } from './json';

const verbs: Record<string, string> = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  delete: 'DELETE',
  patch: 'PATCH',
  options: 'OPTIONS',
  head: 'HEAD',
  'x-amazon-apigateway-any-method': 'ANY',
};

/** Reads an OpenAPI 3 or Swagger 2 document with API Gateway's extensions; what API Gateway can't have becomes a warning. */
export function importDocument(document: Json, flavour: Flavour): ImportedApi {
  const warnings: string[] = [];
  const info = asRecord(document.info);
  const models = importModels(document, flavour);
  const schemes = importSecuritySchemes(document, flavour);
  const methods: ImportedMethod[] = [];
  const paths = Object.entries(asRecord(document.paths)).filter(([path]) => path.startsWith('/'));
  for (const [path, item] of paths) {
    for (const [key, operation] of Object.entries(asRecord(item))) {
      const verb = Object.hasOwn(verbs, key) ? verbs[key] : undefined;
      if (verb !== undefined)
        methods.push(importMethod({ document, flavour, schemes, models, warnings, path, verb, item, operation }));
      else if (key === 'trace') warnings.push(`Ignoring unsupported method 'TRACE' of resource '${path}'`);
    }
  }
  const endpoint = endpointOf(document, flavour);
  const compression = document['x-amazon-apigateway-minimum-compression-size'];
  const policy = document['x-amazon-apigateway-policy'];
  return {
    title: asText(info.title),
    description: asText(info.description),
    version: asText(info.version),
    basePath: basePathOf(document, flavour),
    paths: paths.map(([path]) => path),
    methods,
    authorizers: schemes.authorizers,
    models,
    validators: Object.entries(asRecord(document['x-amazon-apigateway-request-validators'])).map(([name, each]) => ({
      name,
      validateRequestBody: asRecord(each).validateRequestBody === true,
      validateRequestParameters: asRecord(each).validateRequestParameters === true,
    })),
    gatewayResponses: gatewayResponses(document),
    apiKeySource: asText(document['x-amazon-apigateway-api-key-source'])?.toUpperCase(),
    binaryMediaTypes: asList(document['x-amazon-apigateway-binary-media-types']).map(String),
    minimumCompressionSize: typeof compression === 'number' ? compression : undefined,
    policy: policy === undefined ? undefined : JSON.stringify(policy),
    vpcEndpointIds: asList(endpoint.vpcEndpointIds).map(String),
    disableExecuteApiEndpoint: endpoint.disableExecuteApiEndpoint === true,
    documentation: documentationOf(document, warnings),
    warnings,
  };
}

function importModels(document: Json, flavour: Flavour): ImportedModel[] {
  return Object.entries(schemasOf(document, flavour)).map(([name, schema]) => {
    const own = asRecord(schema);
    return { name, description: asText(own.description), schema: own };
  });
}

function gatewayResponses(document: Json): GatewayResponse[] {
  const all = asRecord(document['x-amazon-apigateway-gateway-responses']);
  return Object.entries(all).map(([type, value]) => {
    const { statusCode, responseParameters, responseTemplates } = asRecord(value);
    const status = asText(statusCode);
    return {
      responseType: type as GatewayResponseType,
      ...(status === undefined ? {} : { statusCode: status }),
      ...(responseParameters === undefined ? {} : { responseParameters: asTexts(responseParameters) }),
      ...(responseTemplates === undefined ? {} : { responseTemplates: asTexts(responseTemplates) }),
    };
  });
}

function endpointOf(document: Json, flavour: Flavour): Json {
  const holder = flavour === 'oas30' ? asRecord(asList(document.servers)[0]) : document;
  return asRecord(holder['x-amazon-apigateway-endpoint-configuration']);
}

/** Swagger's own member; of OpenAPI 3 the server's variable, else its path. */
function basePathOf(document: Json, flavour: Flavour): string {
  if (flavour === 'swagger') return trimmed(asText(document.basePath) ?? '');
  const server = asRecord(asList(document.servers)[0]);
  const variable = asText(asRecord(asRecord(server.variables).basePath).default);
  return trimmed(variable ?? (asText(server.url) ?? '').replace(/^https?:\/\/[^/]+/, ''));
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
