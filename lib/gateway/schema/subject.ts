import { z } from 'zod';
import { gatewayResponseStatuses } from '@/lib/gateway/gateway-response-types';
import type { Subject } from '@/lib/gateway/subjects';
import { verbSchema } from './method';
import { resourcePath } from './path';
import { name, statusCode } from './texts';

const route = { path: resourcePath, verb: verbSchema };

export const subjectSchema: z.ZodType<Subject> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('api') }),
  z.strictObject({ kind: z.literal('resource'), path: resourcePath }),
  z.strictObject({ kind: z.literal('method'), ...route }),
  z.strictObject({ kind: z.literal('method-response'), ...route, status: statusCode }),
  z.strictObject({ kind: z.literal('integration'), ...route }),
  z.strictObject({ kind: z.literal('integration-response'), ...route, status: statusCode }),
  z.strictObject({ kind: z.literal('authorizer'), name: name() }),
  z.strictObject({
    kind: z.literal('model'),
    name: z.string().regex(/^[A-Za-z0-9]{1,128}$/, 'Names of models have letters and digits only.'),
  }),
  z.strictObject({ kind: z.literal('validator'), name: name() }),
  z.strictObject({
    kind: z.literal('gateway-response'),
    type: z.enum(Object.keys(gatewayResponseStatuses), 'Choose one of the gateway responses.'),
  }),
  z.strictObject({
    kind: z.literal('stage'),
    name: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'Names of stages have letters, digits, _ and -.'),
  }),
]);
