import type { PutRestApiCommandInput } from '@aws-sdk/client-api-gateway';
import { badRequest } from '../refusals';
import { type BasePathMode, withBasePath } from './base-path';
import { importDocument } from './import-document';
import type { ImportedApi } from './imported';
import { readDocument } from './read-document';

interface ImportInput {
  body: PutRestApiCommandInput['body'];
  failOnWarnings?: boolean | undefined;
  parameters?: Record<string, string> | undefined;
}

const basePathModes: BasePathMode[] = ['ignore', 'prepend', 'split'];

/** The API that an import's document describes; refuses what is no document, and warnings where they count. */
export function readImport({ body, failOnWarnings = false, parameters = {} }: ImportInput): ImportedApi {
  // Off the wire it is always bytes; what else clients may give stays with them.
  const { document, flavour } = readDocument(body as Uint8Array | undefined);
  const wanted = parameters.basepath ?? parameters.basePath ?? 'ignore';
  const mode = basePathModes.find((each) => each === wanted);
  if (!mode)
    throw badRequest(`Invalid base path mode specified: ${wanted}. Valid options are ${basePathModes.join(',')}`);
  const imported = withBasePath(importDocument(document, flavour), mode);
  refuseWarnings(imported.warnings, failOnWarnings);
  return parameters.ignore === 'documentation' ? { ...imported, documentation: null } : imported;
}

/** Refuses warnings where they count. */
export function refuseWarnings(warnings: string[], failOnWarnings: boolean): void {
  if (failOnWarnings && warnings.length > 0)
    throw badRequest(`Warnings found during import:\n${warnings.map((warning) => `\t${warning}`).join('\n')}`);
}
