import { z } from 'zod';
import { type Resource, verbs } from '@/lib/gateway/model';
import { integrationFields } from './integration';
import { listOf, mapOf, name, optionalText, statusCode } from './texts';

const declared = mapOf(z.boolean());
const models = mapOf(name(), 256);

export const methodResponseFields = z.strictObject({ parameters: declared, models });

export const methodFields = z.strictObject({
  authorizationType: z.enum(['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS']),
  authorizer: optionalText(128),
  authorizationScopes: listOf(1_024),
  apiKeyRequired: z.boolean(),
  operationName: optionalText(128),
  requestValidator: optionalText(128),
  requestParameters: declared,
  requestModels: models,
  responses: z.record(statusCode, methodResponseFields),
  integration: integrationFields.nullable(),
});

export const verbSchema = z.enum(verbs);

export const resourceFields: z.ZodType<Resource> = z.strictObject({
  methods: z.partialRecord(verbSchema, methodFields),
});
