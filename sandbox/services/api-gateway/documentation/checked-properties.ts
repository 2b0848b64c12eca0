import { parseJson } from '../../../data-plane/json-path';
import { badRequest } from '../refusals';

/** A part's content, which must be a JSON object. */
export function checkedProperties(properties: string | undefined): string {
  if (!properties) throw badRequest('Documentation part properties must be non-empty');
  const value = parseJson(properties);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('Documentation part properties must be a JSON object');
  return properties;
}
