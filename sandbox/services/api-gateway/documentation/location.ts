import type { DocumentationPartLocation, DocumentationPartType } from '@aws-sdk/client-api-gateway';
import { badRequest } from '../refusals';

type Field = Exclude<keyof DocumentationPartLocation, 'type'>;

const ofMethods: Field[] = ['path', 'method'];
const ofResponses: Field[] = ['path', 'method', 'statusCode'];

/** Which fields say where a part of each type belongs, beside its name. */
const fieldsOf: Record<DocumentationPartType, Field[]> = {
  API: [],
  AUTHORIZER: [],
  MODEL: [],
  RESOURCE: ['path'],
  METHOD: ofMethods,
  PATH_PARAMETER: ofMethods,
  QUERY_PARAMETER: ofMethods,
  REQUEST_HEADER: ofMethods,
  REQUEST_BODY: ofMethods,
  RESPONSE: ofResponses,
  RESPONSE_HEADER: ofResponses,
  RESPONSE_BODY: ofResponses,
};

const named: ReadonlySet<string> = new Set<DocumentationPartType>([
  'AUTHORIZER',
  'MODEL',
  'PATH_PARAMETER',
  'QUERY_PARAMETER',
  'REQUEST_HEADER',
  'RESPONSE_HEADER',
]);

const defaults: Partial<Record<Field, string>> = { path: '/', method: '*', statusCode: '*' };
const titles: Record<Field, string> = { path: 'path', method: 'method', statusCode: 'status code', name: 'name' };

/** The location with what it leaves open filled in; refuses fields that its type doesn't have, and a name that is missing. */
export function completeLocation(given: DocumentationPartLocation): DocumentationPartLocation {
  const { type } = given;
  if (type === undefined || !Object.hasOwn(fieldsOf, type)) throw badRequest(`Invalid location type: ${type}`);
  const fields: Field[] = named.has(type) ? [...fieldsOf[type], 'name'] : fieldsOf[type];
  const allowed = new Set<Field>(type === 'REQUEST_BODY' ? [...fields, 'name'] : fields);
  const complete: DocumentationPartLocation = { type };
  for (const field of Object.keys(titles) as Field[]) {
    const value = given[field] || undefined;
    if (value !== undefined && !allowed.has(field))
      throw badRequest(`Invalid location: ${field} is not a valid field for type ${type}`);
    const filled = value ?? (fields.includes(field) ? defaults[field] : undefined);
    if (filled !== undefined) complete[field] = filled;
  }
  if (named.has(type) && !complete.name) throw badRequest(`Invalid location: name is required for type ${type}`);
  return complete;
}

/** `type 'METHOD', path '/pets', method 'GET'`, as AWS prints it; the same for the same place. */
export function printedLocation(location: DocumentationPartLocation): string {
  const fields = (Object.keys(titles) as Field[]).flatMap((field) =>
    location[field] === undefined ? [] : [`${titles[field]} '${location[field]}'`],
  );
  return [`type '${location.type}'`, ...fields].join(', ');
}
