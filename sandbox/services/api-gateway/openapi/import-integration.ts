import type { Integration, IntegrationResponse } from '@aws-sdk/client-api-gateway';
import { defined } from '../defined';
import { asList, asRecord, asText, asTexts, type Json } from './json';

/** `x-amazon-apigateway-integration` in AWS's terms; letter case of names doesn't matter in documents. */
export function importIntegration(given: Json): Integration {
  const upper = (name: string) => asText(given[name])?.toUpperCase();
  const timeout = given.timeoutInMillis;
  const cacheKeys = asList(given.cacheKeyParameters).map(String);
  return defined({
    type: upper('type') as Integration['type'],
    httpMethod: upper('httpMethod'),
    uri: asText(given.uri),
    credentials: asText(given.credentials),
    connectionType: upper('connectionType') as Integration['connectionType'],
    connectionId: asText(given.connectionId),
    integrationTarget: asText(given['integration-target'] ?? given.integrationTarget),
    requestParameters: given.requestParameters === undefined ? undefined : asTexts(given.requestParameters),
    requestTemplates: given.requestTemplates === undefined ? undefined : asTexts(given.requestTemplates),
    passthroughBehavior: upper('passthroughBehavior'),
    contentHandling: upper('contentHandling') as Integration['contentHandling'],
    timeoutInMillis: timeout === undefined ? undefined : Number(timeout),
    cacheNamespace: asText(given.cacheNamespace),
    cacheKeyParameters: cacheKeys.length > 0 ? cacheKeys : undefined,
    tlsConfig:
      given.tlsConfig === undefined
        ? undefined
        : { insecureSkipVerification: asRecord(given.tlsConfig).insecureSkipVerification === true },
    responseTransferMode: upper('responseTransferMode') as Integration['responseTransferMode'],
    integrationResponses: importResponses(given),
  });
}

/** From selection pattern -> response to status -> response. */
function importResponses({ responses }: Json): Record<string, IntegrationResponse> | undefined {
  const all = Object.entries(asRecord(responses)).map(([pattern, value]) => {
    const response = asRecord(value);
    const statusCode = asText(response.statusCode) ?? '200';
    return [
      statusCode,
      defined({
        statusCode,
        selectionPattern: pattern === 'default' ? undefined : pattern,
        responseParameters:
          response.responseParameters === undefined ? undefined : asTexts(response.responseParameters),
        responseTemplates: response.responseTemplates === undefined ? undefined : asTexts(response.responseTemplates),
        contentHandling: asText(response.contentHandling)?.toUpperCase() as IntegrationResponse['contentHandling'],
      }),
    ] as const;
  });
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}
