import { parseJson } from '../json-path';
import type { Snapshot } from '../model';
import { headerValue, mediaType } from './headers';
import type { Check, Refusal, ResolveCall } from './model';
import { lastOf } from './read-mapping';
import { refuse } from './refuse';

/**
 * The request validator's verdict, as far as it follows without a JSON schema: which required parameters are missing, and
 * whether the body is JSON at all. Null where the method has no validator. Facts 08, 8.3.
 */
export function checkValidation(
  snapshot: Snapshot,
  call: ResolveCall,
): { check: Check; refusal: Refusal | null } | null {
  const { requestValidator: validator, requestModels } = call.route.method;
  const rules = validator === null ? undefined : snapshot.validators[validator];
  if (validator === null || !rules) return null;
  const missing = rules.validateParameters ? missingParameters(call) : [];
  const type = mediaType(headerValue(call.request.headers, 'Content-Type'));
  const entry = Object.entries(requestModels).find(([key]) => key.toLowerCase() === type);
  const model = rules.validateBody && entry ? entry[1] : null;
  const check = { kind: 'validation', validator, missing, model } as const;
  if (missing.length > 0) {
    const sentence = `The request validator ${validator} finds required parameters missing: ${missing.join(', ')}.`;
    const message = `Missing required request parameters: [${missing.join(', ')}]`;
    const refusal = refuse(snapshot, call, 'BAD_REQUEST_PARAMETERS', sentence, message);
    return { check: { ...check, verdict: 'refused' }, refusal };
  }
  if (model === null) return { check: { ...check, verdict: 'passed' }, refusal: null };
  if (parseJson(call.request.body) !== undefined) return { check: { ...check, verdict: 'unknown' }, refusal: null };
  const sentence = `The request validator ${validator} checks the body against the model ${model}, and the body is no JSON.`;
  return { check: { ...check, verdict: 'refused' }, refusal: refuse(snapshot, call, 'BAD_REQUEST_BODY', sentence) };
}

/** Headers, then path variables, then query parameters, as AWS lists them. */
function missingParameters({ request, query, route }: ResolveCall): string[] {
  const missing: Record<'header' | 'path' | 'querystring', string[]> = { header: [], path: [], querystring: [] };
  for (const [key, required] of Object.entries(route.method.requestParameters)) {
    const [, place, name = ''] = /^method\.request\.(header|path|querystring)\.(.+)$/.exec(key) ?? [];
    if (!required || place === undefined) continue;
    const isThere = {
      header: () => lastOf(request.headers, name).length > 0,
      path: () => Object.hasOwn(route.pathParameters, name),
      querystring: () => lastOf(query, name).length > 0,
    }[place as keyof typeof missing];
    if (!isThere()) missing[place as keyof typeof missing].push(name);
  }
  return [...missing.header, ...missing.path, ...missing.querystring];
}
