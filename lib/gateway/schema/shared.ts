import { z } from 'zod';
import { headerMap, listOf, mapOf, name, optionalText, statusCode, template, text } from './texts';

export const apiFields = z.strictObject({
  name: name(255),
  description: optionalText(1_024),
  endpointType: z.enum(['REGIONAL', 'EDGE', 'PRIVATE']),
  ipAddressType: z.enum(['ipv4', 'dualstack']),
  vpcEndpointIds: listOf(128),
  apiKeySource: z.enum(['HEADER', 'AUTHORIZER']),
  binaryMediaTypes: listOf(256),
  minimumCompressionSize: z
    .number()
    .int()
    .min(0, 'At least 0.')
    .max(10_485_760, 'At most 10,485,760 bytes.')
    .nullable(),
  executeApiDisabled: z.boolean(),
  policy: optionalText(32_768),
});

export const authorizerFields = z.strictObject({
  type: z.enum(['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']),
  providerArns: listOf(2_048),
  uri: optionalText(2_048),
  credentials: optionalText(2_048),
  identitySource: optionalText(2_048),
  identityValidationExpression: optionalText(2_048),
  resultTtl: z.number().int().min(0, 'At least 0.').max(3_600, 'At most 3,600 seconds.'),
  authType: optionalText(256),
});

export const modelFields = z.strictObject({
  contentType: name(256),
  description: optionalText(1_024),
  /** 400 KB, AWS's quota of all models together. */
  schema: optionalText(400 * 1_024),
});

export const validatorFields = z.strictObject({ validateBody: z.boolean(), validateParameters: z.boolean() });

export const gatewayResponseFields = z.strictObject({
  status: statusCode.nullable(),
  parameters: headerMap,
  templates: mapOf(template, 256),
});

export const stageFields = z.strictObject({
  description: optionalText(1_024),
  variables: z.record(
    z.string().regex(/^[A-Za-z0-9_]{1,64}$/, 'Names have up to 64 letters, digits and underscores.'),
    z
      .string()
      .regex(/^[A-Za-z0-9\-._~:/?#&=,]{1,512}$/, 'Values have up to 512 letters, digits and - . _ ~ : / ? # & = ,'),
  ),
  tracing: z.boolean(),
  cacheSize: z.enum(['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237']).nullable(),
  clientCertificateId: optionalText(128),
  documentationVersion: optionalText(128),
  accessLog: z.strictObject({ destinationArn: text(2_048).min(1), format: text(3_072).min(1) }).nullable(),
  methodSettings: mapOf(text(128), 2_200),
});
