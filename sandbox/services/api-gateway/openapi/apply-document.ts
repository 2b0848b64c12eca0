import type { Context } from '../../../context';
import type { Collections } from '../../../model';
import { keyOf } from '../../../scope';
import type { Transaction } from '../../../state';
import { defined } from '../defined';
import { putDocumentationParts } from '../documentation/put-parts';
import { badRequest } from '../refusals';
import { checkedPolicy } from '../rest-api-view';
import { type ApiWriter, attempt } from './api-writer';
import type { ImportedApi } from './imported';
import { putMethods } from './put-methods';
import { putParts } from './put-parts';
import { putResources } from './put-resources';

export type ImportMode = 'merge' | 'overwrite';

/** The parts of an API that a document says all about; deployments and stages stay. */
const parts = ['resources', 'authorizers', 'models', 'requestValidators', 'gatewayResponses'] as const;

/**
 * Makes an API what a document says (facts 05, section 5.7): `merge` leaves alone what the document doesn't name, `overwrite`
 * removes it. Resources, authorizers and validators keep their ids as long as they keep path and name. Everything that
 * can't be is reported at once.
 */
export function applyDocument(
  context: Context,
  tx: Transaction,
  restApi: Collections['restApis'],
  imported: ImportedApi,
  mode: ImportMode,
): Collections['restApis'] {
  const prefix = `${keyOf.restApi(context.scope, restApi.id)}/`;
  const writer: ApiWriter = { context, tx, restApiId: restApi.id, problems: [], before: snapshotOf(context, prefix) };
  if (mode === 'overwrite') {
    for (const collection of parts)
      for (const key of [...context.state.keys(collection, prefix)]) tx.remove(collection, key);
  }
  const names = putParts(writer, imported);
  const resources = putResources(writer, restApi, imported.paths);
  putMethods(writer, imported, resources, names);
  const { documentation } = imported;
  if (documentation)
    attempt(writer, 'Unable to import documentation parts', () => putDocumentationParts(writer, documentation, mode));
  if (writer.problems.length > 0)
    throw badRequest(`Errors found during import:\n${writer.problems.map((problem) => `\t${problem}`).join('\n')}`);
  const changed = settings(restApi, imported, mode);
  tx.put('restApis', keyOf.restApi(context.scope, restApi.id), changed);
  return changed;
}

function snapshotOf({ state }: Context, prefix: string): ApiWriter['before'] {
  return {
    resources: state.list('resources', prefix),
    authorizers: state.list('authorizers', prefix),
    models: state.list('models', prefix),
    requestValidators: state.list('requestValidators', prefix),
  };
}

function settings(restApi: Collections['restApis'], imported: ImportedApi, mode: ImportMode): Collections['restApis'] {
  const { binaryMediaTypes: kept = [], policy, minimumCompressionSize, description, version, ...rest } = restApi;
  const old = mode === 'merge' ? { policy, minimumCompressionSize, description, version } : {};
  const types = [...new Set([...(mode === 'merge' ? kept : []), ...imported.binaryMediaTypes])];
  const { vpcEndpointIds, ...endpoint } = rest.endpointConfiguration ?? {};
  const endpointIds = imported.vpcEndpointIds.length > 0 ? imported.vpcEndpointIds : vpcEndpointIds;
  return defined({
    ...rest,
    name: imported.title ?? rest.name,
    description: imported.description ?? old.description,
    version: imported.version ?? old.version,
    binaryMediaTypes: types.length > 0 ? types : undefined,
    policy: imported.policy === undefined ? old.policy : checkedPolicy(imported.policy),
    minimumCompressionSize: imported.minimumCompressionSize ?? old.minimumCompressionSize,
    apiKeySource: sourceOf(imported, mode, rest),
    disableExecuteApiEndpoint:
      imported.disableExecuteApiEndpoint || (mode === 'merge' && rest.disableExecuteApiEndpoint === true),
    endpointConfiguration: defined({ ...endpoint, vpcEndpointIds: endpointIds }),
  });
}

function sourceOf({ apiKeySource }: ImportedApi, mode: ImportMode, old: Pick<Collections['restApis'], 'apiKeySource'>) {
  if (apiKeySource === 'AUTHORIZER' || apiKeySource === 'HEADER') return apiKeySource;
  return mode === 'merge' ? old.apiKeySource : 'HEADER';
}
