import type { RestApi } from '@aws-sdk/client-api-gateway';
import type { DeploymentSnapshot, StoredDocumentationVersion, StoredGatewayResponse } from '../../../model';
import { documentationExtension } from '../documentation/documentation-of';
import { printedLocation } from '../documentation/location';
import { type ExportOptions, exportMethod } from './export-method';
import { exportModels } from './export-models';
import { exportSecuritySchemes } from './export-security-schemes';
import { asRecord, filled, type Json, sorted } from './json';

interface ExportSource {
  snapshot: DeploymentSnapshot;
  restApiId: string;
  account: string;
  region: string;
  stageName: string;
  /** What the stage's documentation version keeps. */
  documentation: StoredDocumentationVersion | undefined;
}

/** What a stage serves as an OpenAPI 3 or Swagger 2 document (facts 05, section 5.8). Resources without methods are left out. */
export function exportDocument(source: ExportSource, options: ExportOptions): Json {
  const { snapshot, restApiId, region, stageName } = source;
  const { restApi } = snapshot;
  const host = `${restApiId}.execute-api.${region}.amazonaws.com`;
  const info = filled({ title: restApi.name, description: restApi.description, version: versionOf(restApi) });
  const allPaths = paths(snapshot, options);
  const schemas = exportModels(snapshot, options.flavour, allPaths);
  const schemes = exportSecuritySchemes(snapshot, options);
  const ending = extensions(source, options);
  if (options.flavour === 'swagger') {
    const head = { swagger: '2.0', info, host, basePath: `/${stageName}`, schemes: ['https'] };
    const own = options.has('apigateway') ? endpointOf(restApi) : {};
    return {
      ...head,
      paths: allPaths,
      ...filled({ securityDefinitions: schemes, definitions: schemas, ...own, ...ending }),
    };
  }
  const server = {
    url: `https://${host}/{basePath}`,
    variables: { basePath: { default: stageName } },
    ...(options.has('apigateway') ? endpointOf(restApi) : {}),
  };
  return {
    openapi: '3.0.1',
    info,
    servers: [server],
    paths: allPaths,
    components: filled({ schemas, securitySchemes: schemes }),
    ...filled(ending),
  };
}

/** The API's own version, else when it was made. */
export function versionOf({ version, createdDate }: RestApi): string {
  return version ?? new Date(createdDate ?? 0).toISOString().replace(/\.\d+Z$/, 'Z');
}

function paths(snapshot: DeploymentSnapshot, options: ExportOptions): Json {
  const all = snapshot.resources
    .filter(({ resourceMethods = {} }) => Object.keys(resourceMethods).length > 0)
    .map((resource) => {
      const operations = Object.entries(resource.resourceMethods ?? {}).map(([verb, method]) => [
        verb === 'ANY' ? 'x-amazon-apigateway-any-method' : verb.toLowerCase(),
        exportMethod(snapshot, resource, method, options),
      ]);
      return [resource.path, sorted(Object.fromEntries(operations))] as const;
    });
  return sorted(Object.fromEntries(all));
}

function endpointOf({ endpointConfiguration, disableExecuteApiEndpoint }: RestApi): Json {
  return filled({
    'x-amazon-apigateway-endpoint-configuration': filled({
      vpcEndpointIds: endpointConfiguration?.vpcEndpointIds,
      disableExecuteApiEndpoint: disableExecuteApiEndpoint || undefined,
    }),
  });
}

function extensions(
  { snapshot, account, region, restApiId, documentation }: ExportSource,
  { has }: ExportOptions,
): Json {
  const { restApi, requestValidators, gatewayResponses } = snapshot;
  const validators = requestValidators.map(
    ({ name, validateRequestBody = false, validateRequestParameters = false }) => [
      name,
      { validateRequestParameters, validateRequestBody },
    ],
  );
  const responses = gatewayResponses.map((response) => [response.responseType, gatewayResponse(response)]);
  return {
    ...(has('validators') ? { 'x-amazon-apigateway-request-validators': sorted(Object.fromEntries(validators)) } : {}),
    ...(has('gatewayresponses')
      ? { 'x-amazon-apigateway-gateway-responses': sorted(Object.fromEntries(responses)) }
      : {}),
    ...(has('documentation') && documentation ? { [documentationExtension]: exportDocumentation(documentation) } : {}),
    ...(has('apigateway')
      ? {
          'x-amazon-apigateway-api-key-source': restApi.apiKeySource === 'AUTHORIZER' ? 'AUTHORIZER' : undefined,
          'x-amazon-apigateway-binary-media-types': restApi.binaryMediaTypes,
          'x-amazon-apigateway-minimum-compression-size': restApi.minimumCompressionSize,
          'x-amazon-apigateway-policy': policyOf(restApi, `arn:aws:execute-api:${region}:${account}:${restApiId}/`),
        }
      : {}),
  };
}

function exportDocumentation({ version: { version, createdDate }, parts }: StoredDocumentationVersion): Json {
  const place = (part: (typeof parts)[number]) => printedLocation(part.location);
  const inOrder = parts.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
  return {
    version,
    createdDate: createdDate?.toISOString().replace(/\.\d+Z$/, 'Z'),
    documentationParts: inOrder.map(({ location, properties }) => ({ location, properties: JSON.parse(properties) })),
  };
}

function gatewayResponse({ statusCode, responseParameters, responseTemplates }: StoredGatewayResponse): Json {
  const status = statusCode === undefined ? undefined : Number(statusCode);
  return filled({ statusCode: status, responseParameters, responseTemplates });
}

/** With the short form of its resources completed. */
function policyOf({ policy = '' }: RestApi, resource: string): Json | undefined {
  try {
    return asRecord(JSON.parse(policy.replaceAll('"execute-api:/', `"${resource}`)));
  } catch {
    return undefined;
  }
}
