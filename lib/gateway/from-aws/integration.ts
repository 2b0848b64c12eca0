import { defaultTimeoutMs } from '@/lib/gateway/defaults';
import { type Integration, type IntegrationResponse, integrationTypes } from '@/lib/gateway/model';
import { sortedRecord } from '@/lib/gateway/records';
import type { RawIntegration, RawIntegrationResponse } from './raw-gateway';
import { oneOf, texts } from './values';

const passthroughs = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;
const conversions = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const;

export function integrationFromAws(raw: RawIntegration, resourceId: string): Integration {
  const { cacheNamespace } = raw;
  return {
    type: oneOf(raw.type, integrationTypes, 'MOCK'),
    uri: raw.uri ?? null,
    httpMethod: raw.httpMethod ?? null,
    credentials: raw.credentials ?? null,
    connectionType: oneOf(raw.connectionType, ['INTERNET', 'VPC_LINK'], 'INTERNET'),
    connectionId: raw.connectionId ?? null,
    integrationTarget: raw.integrationTarget ?? null,
    passthroughBehavior: oneOf(raw.passthroughBehavior, passthroughs, 'WHEN_NO_MATCH'),
    contentHandling: oneOf(raw.contentHandling, conversions, null),
    timeoutMs: raw.timeoutInMillis ?? defaultTimeoutMs,
    cacheNamespace: cacheNamespace === resourceId ? null : (cacheNamespace ?? null),
    cacheKeyParameters: raw.cacheKeyParameters ?? [],
    tlsInsecure: raw.tlsConfig?.insecureSkipVerification ?? false,
    responseTransferMode: oneOf(raw.responseTransferMode, ['BUFFERED', 'STREAM'], 'BUFFERED'),
    requestParameters: raw.requestParameters ?? {},
    requestTemplates: texts(raw.requestTemplates),
    responses: sortedRecord(raw.integrationResponses ?? {}, integrationResponseFromAws),
  };
}

function integrationResponseFromAws(raw: RawIntegrationResponse): IntegrationResponse {
  return {
    selectionPattern: raw.selectionPattern ?? null,
    contentHandling: oneOf(raw.contentHandling, conversions, null),
    parameters: raw.responseParameters ?? {},
    templates: texts(raw.responseTemplates),
  };
}
