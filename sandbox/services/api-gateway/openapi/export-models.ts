import type { DeploymentSnapshot, StoredModel } from '../../../model';
import { type Flavour, schemaPrefix } from './flavour';
import { asRecord, type Json, sorted } from './json';

/** Every API has these; they are exported only where something refers to them. */
const everywhere = new Set(['Empty', 'Error']);

/** The models in JSON as schemas by name. `paths` is what the document says of them. */
export function exportModels(snapshot: DeploymentSnapshot, flavour: Flavour, paths: Json): Json {
  const schemas = snapshot.models.flatMap((model): [string, Json][] => {
    const schema = schemaOf(model);
    return schema === null ? [] : [[model.name, relink(schema, flavour) as Json]];
  });
  const text = JSON.stringify([paths, schemas]);
  const isUsed = (name: string) => text.includes(`"$ref":"${schemaPrefix[flavour]}${name}"`);
  return sorted(Object.fromEntries(schemas.filter(([name]) => !everywhere.has(name) || isUsed(name))));
}

function schemaOf({ schema, description }: StoredModel): Json | null {
  try {
    const { $schema: _draft, ...own } = asRecord(JSON.parse(schema ?? ''));
    return description === undefined || own.description !== undefined ? own : { ...own, description };
  } catch {
    return null;
  }
}

/** `https://apigateway.amazonaws.com/restapis/<api>/models/<name>` means a schema beside it. */
function relink(value: unknown, flavour: Flavour): unknown {
  if (Array.isArray(value)) return value.map((item) => relink(item, flavour));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const name = typeof each === 'string' ? /\/restapis\/[^/]+\/models\/([^/#]+)$/.exec(each)?.[1] : undefined;
      return [key, key === '$ref' && name !== undefined ? schemaPrefix[flavour] + name : relink(each, flavour)];
    }),
  );
}
