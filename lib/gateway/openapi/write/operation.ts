import type { Method, MethodResponse } from '@/lib/gateway/model';
import { type Json, said } from '../json';
import { extension, parameterPlaces } from '../words';
import { writeIntegration } from './integration';
import type { Schemes } from './security';

const text = { type: 'string' };
const model = (name: string): Json => ({ schema: { $ref: `#/components/schemas/${name}` } });

/** One method as an operation object. */
export function writeOperation(method: Method, { securityOf }: Schemes): Json {
  const { parameters, rest } = writeParameters(method.requestParameters);
  return {
    ...said({ operationId: method.operationName, parameters, requestBody: writeBody(method) }),
    responses: mapped(method.responses, writeResponse),
    ...said({
      security: securityOf(method),
      [extension.validator]: method.requestValidator,
      [extension.integration]: method.integration && writeIntegration(method.integration),
      [extension.gatehouse]: said({ requestParameters: rest }),
    }),
  };
}

/** In OpenAPI a path parameter is always required; one that isn't so in API Gateway is noted apart. */
function writeParameters(declared: Method['requestParameters']): { parameters: Json[]; rest: Json } {
  const parameters: Json[] = [];
  const rest: Json = {};
  for (const [key, required] of Object.entries(declared)) {
    const [, place, name] = /^method\.request\.(\w+)\.(.+)$/s.exec(key) ?? [];
    const at = Object.entries(parameterPlaces).find(([, ours]) => ours === place)?.[0];
    if (at === undefined || name === undefined || (at === 'path' && !required)) rest[key] = required;
    if (at !== undefined && name !== undefined)
      parameters.push({ name, in: at, ...(required || at === 'path' ? { required: true } : {}), schema: text });
  }
  return { parameters, rest };
}

function writeBody({ requestModels }: Method): Json | null {
  const content = mapped(requestModels, model);
  return Object.keys(content).length === 0 ? null : { content, required: true };
}

function writeResponse({ parameters, models }: MethodResponse, status: string): Json {
  const headers = Object.entries(parameters).map(([key, required]) => [
    key.replace('method.response.header.', ''),
    { ...(required ? { required: true } : {}), schema: text },
  ]);
  return {
    description: `${status} response`,
    ...said({ headers: Object.fromEntries(headers), content: mapped(models, model) }),
  };
}

function mapped<T>(record: Record<string, T>, convert: (value: T, key: string) => unknown): Json {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, convert(value, key)]));
}
