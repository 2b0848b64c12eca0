import { z } from 'zod';
import { integrationTypes } from '@/lib/gateway/model';
import { contentHandling, headerMap, listOf, mapOf, optionalText, statusCode, template } from './texts';

export const integrationResponseFields = z.strictObject({
  selectionPattern: optionalText(1_024),
  contentHandling,
  parameters: headerMap,
  templates: mapOf(template, 256),
});

/** 15 minutes, AWS's limit for streamed answers; what holds for others is lint's. */
const longestTimeoutMs = 900_000;

export const integrationFields = z.strictObject({
  type: z.enum(integrationTypes),
  uri: optionalText(10_240),
  httpMethod: optionalText(16),
  credentials: optionalText(2_048),
  connectionType: z.enum(['INTERNET', 'VPC_LINK']),
  connectionId: optionalText(1_024),
  integrationTarget: optionalText(2_048),
  passthroughBehavior: z.enum(['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']),
  contentHandling,
  timeoutMs: z
    .number('Enter a number.')
    .int('Enter a whole number of milliseconds.')
    .min(50, 'At least 50 ms.')
    .max(longestTimeoutMs, 'At most 15 minutes.'),
  cacheNamespace: optionalText(1_024),
  cacheKeyParameters: listOf(512),
  tlsInsecure: z.boolean(),
  responseTransferMode: z.enum(['BUFFERED', 'STREAM']),
  requestParameters: headerMap,
  requestTemplates: mapOf(template, 256),
  responses: z.record(statusCode, integrationResponseFields),
});
