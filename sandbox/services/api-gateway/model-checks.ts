import { badRequest } from './refusals';

/** Refuses a schema that AWS wouldn't store (facts 7.2). */
export function refuseBadSchema(schema: string | undefined, contentType = 'application/json'): void {
  if (!schema) throw badRequest('Model schema must have at least 1 property or array items defined');
  if (!contentType.includes('json') || isJsonObject(schema)) return;
  throw badRequest(
    'Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]',
  );
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
