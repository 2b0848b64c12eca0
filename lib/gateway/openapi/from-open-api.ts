import { canonicalise } from '@/lib/gateway/canonicalise';
import { emptyApi, emptySnapshot } from '@/lib/gateway/defaults';
import type { Snapshot } from '@/lib/gateway/model';
import { parseDocument } from './document-text';
import { type ImportMode, mergeInto } from './merge';
import { readApi, readGatewayResponses, readValidators } from './read/api';
import { readModels } from './read/models';
import { type BasePathMode, readPaths } from './read/paths';
import { get, isThere, type Problem, type Reading, startReading, warn } from './read/reading';
import { readSecurity } from './read/security';
import { extension } from './words';

export type { Problem };

export interface FromOpenApiOptions {
  /** The gateway that the document is put on; without it the document stands for itself. */
  base?: Snapshot;
  /** How it is put on `base`. */
  mode?: ImportMode;
  /** Ids of resources by path: a cache namespace of this value is AWS's default. */
  resourceIds?: Readonly<Record<string, string>>;
  basePath?: BasePathMode;
}

/** `warnings` are sentences about what API Gateway ignores, each with its place. With problems nothing is imported. */
export type FromOpenApi = { snapshot: Snapshot; warnings: string[] } | { problems: Problem[] };

/**
 * The gateway that a document describes: OpenAPI 3.0 or Swagger 2.0, as text (JSON or YAML) or parsed, with API Gateway's
 * extensions. Reads AWS's own exports as well as what people write. Never throws.
 */
export function fromOpenApi(source: unknown, options: FromOpenApiOptions = {}): FromOpenApi {
  const parsed = parseDocument(source);
  if ('problems' in parsed) return parsed;
  const { base, mode = 'overwrite', resourceIds = {}, basePath = 'ignore' } = options;
  const reading = startReading(parsed.document);
  const validators = readValidators(reading);
  const security = readSecurity(reading, base?.authorizers ?? {});
  const models = readModels(reading, base?.models ?? {});
  const known = new Set([...Object.keys(validators), ...(mode === 'merge' ? Object.keys(base?.validators ?? {}) : [])]);
  const resources = readPaths(reading, basePath, {
    models,
    security,
    validators: known,
    resourceIds,
    base: base ?? null,
  });
  const read: Snapshot = {
    ...emptySnapshot(),
    api: readApi(reading, base && mode === 'merge' ? base.api : emptyApi(), base?.api ?? null),
    resources,
    authorizers: security.authorizers,
    models: models.all,
    validators,
    gatewayResponses: readGatewayResponses(reading),
  };
  warnOfTheRest(reading, base, mode);
  if (reading.problems.length > 0) return { problems: reading.problems };
  return { snapshot: canonicalise(base ? mergeInto(base, read, mode) : read), warnings: reading.warnings };
}

const notTaken: Record<string, string> = {
  'x-amazon-apigateway-cors': 'It is of HTTP APIs: here OPTIONS methods do this.',
  'x-amazon-apigateway-documentation': 'Documentation parts are not imported.',
  tags: 'Tags are not imported.',
};

function warnOfTheRest(reading: Reading, base: Snapshot | undefined, mode: ImportMode): void {
  const { root } = reading;
  for (const [key, sentence] of Object.entries(notTaken))
    if (isThere(get(root, key))) warn(reading, get(root, key), sentence);
  if (base?.api.policy && mode === 'overwrite' && !isThere(get(root, extension.policy)))
    warn(reading, root, "It has no resource policy: the gateway's own goes.");
}
