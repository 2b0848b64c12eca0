import { GatewayFault } from '../fault';
import type { GatewayCall } from '../gateway-call';
import { parseJson } from '../json-path';
import type { ClientBody } from '../request-body';
import { requestMediaType } from '../request-template';
import { checkSchema } from './check-schema';
import { modelSchema } from './model-schema';

/** Throws what the method's request validator finds wrong: missing parameters, or a body that its model doesn't allow. */
export async function validateRequest(call: GatewayCall, body: ClientBody): Promise<void> {
  const { requestValidatorId } = call.method;
  const validator = call.snapshot.requestValidators.find(({ id }) => id === requestValidatorId);
  if (!requestValidatorId || !validator) return;
  if (validator.validateRequestParameters) refuseMissingParameters(call);
  if (validator.validateRequestBody) refuseBadBody(call, await bodyText(call, body));
}

/** Where parameters stand, in the order in which AWS lists the missing ones. */
const places: Record<string, (call: GatewayCall, name: string) => string | undefined> = {
  header: ({ request }, name) => request.headers.find(([each]) => each === name)?.[1],
  path: ({ pathParameters }, name) => pathParameters[name],
  querystring: ({ request }, name) => request.query.find(([each]) => each === name)?.[1],
};

function refuseMissingParameters(call: GatewayCall): void {
  const required = Object.entries(call.method.requestParameters ?? {}).filter(([, isRequired]) => isRequired);
  const missing = Object.entries(places).flatMap(([place, read]) =>
    required
      .map(([key]) => key.split(/^method\.request\.([a-z]+)\./))
      .filter(([, where, name = '']) => where === place && !read(call, name)?.trim())
      .map(([, , name = '']) => name),
  );
  if (missing.length === 0) return;
  const text = `Missing required request parameters: [${missing.join(', ')}]`;
  throw new GatewayFault('badParameters', text, { text, validationError: text });
}

async function bodyText(call: GatewayCall, body: ClientBody): Promise<string | null> {
  return modelNameOf(call) === undefined ? null : (await body.read()).toString('utf8');
}

function modelNameOf({ method, ...call }: GatewayCall): string | undefined {
  const { requestModels = {} } = method;
  const mediaType = requestMediaType({ method, ...call });
  return (
    Object.entries(requestModels).find(([type]) => type.toLowerCase() === mediaType)?.[1] ?? requestModels.$default
  );
}

function refuseBadBody(call: GatewayCall, body: string | null): void {
  const schema = modelSchema(call.snapshot, modelNameOf(call));
  if (body === null || schema === undefined) return;
  const value = parseJson(body);
  const problems = value === undefined ? ['the request body is no JSON'] : checkSchema(schema, value);
  if (problems.length === 0) return;
  const validationError = `[${problems.join(', ')}]`;
  throw new GatewayFault('badBody', `Invalid request body: ${validationError}`, { validationError });
}
