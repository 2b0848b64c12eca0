/**
 * Models refer to each other by URLs that hold the id of their API. Snapshots know no ids: they say `#/components/schemas/NAME`,
 * as OpenAPI does.
 */
const awsReference = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\/([^/]+)$/;
const ownReference = /^#\/components\/schemas\/([^/]+)$/;

/** A schema with references as snapshots have them. */
export function withoutApiId(schema: unknown): unknown {
  return mapReferences(schema, (reference) => reference.replace(awsReference, '#/components/schemas/$1'));
}

/** The JSON text of a model's schema as AWS wants it. A text that isn't JSON stays as it is. */
export function schemaForAws(schema: string, restApiId: string): string {
  const url = `https://apigateway.amazonaws.com/restapis/${restApiId}/models/`;
  try {
    return JSON.stringify(
      mapReferences(JSON.parse(schema), (reference) => {
        const name = ownReference.exec(reference)?.[1];
        return name === undefined ? reference : url + name;
      }),
    );
  } catch {
    return schema;
  }
}

/** Names of the models that a schema of a snapshot refers to. */
export function referencedModels(schema: string | null): string[] {
  if (!schema?.includes('#/components/schemas/')) return [];
  const names = new Set<string>();
  try {
    mapReferences(JSON.parse(schema), (reference) => {
      const name = ownReference.exec(reference)?.[1];
      if (name !== undefined) names.add(name);
      return reference;
    });
  } catch {
    return [];
  }
  return [...names];
}

/** A schema in which any object stands where these models were referred to. */
export function withoutReferences(schema: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => withoutReferences(item, names));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref } = schema as { $ref?: unknown };
  const name = typeof $ref === 'string' ? ownReference.exec($ref)?.[1] : undefined;
  if (name !== undefined && names.has(name)) return { type: 'object' };
  return Object.fromEntries(Object.entries(schema).map(([key, inner]) => [key, withoutReferences(inner, names)]));
}

function mapReferences(value: unknown, convert: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapReferences(item, convert));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? convert(inner) : mapReferences(inner, convert),
    ]),
  );
}
