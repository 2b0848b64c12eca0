import type { Collections, StoredResource } from '../../../model';
import { keyOf } from '../../../scope';
import { randomId } from '../random-id';
import { refuseOverQuota } from '../refuse-over-quota';
import { childPath, refuseBadPart } from '../resource-tree';
import { type ApiWriter, attempt } from './api-writer';

/** Makes the resources of all paths, with those above them; resources of the same path keep their ids. By path. */
export function putResources(
  writer: ApiWriter,
  restApi: Collections['restApis'],
  paths: string[],
): Map<string, StoredResource> {
  const { context, tx, restApiId, before } = writer;
  const prefix = keyOf.resource(context.scope, restApiId);
  const byPath = new Map(context.state.list('resources', prefix).map((resource) => [resource.path, resource]));
  const put = (resource: StoredResource) => {
    byPath.set(resource.path, resource);
    tx.put('resources', keyOf.resource(context.scope, restApiId, resource.id), resource);
    return resource;
  };
  const root = byPath.get('/') ?? put({ id: restApi.rootResourceId, path: '/' });

  function under(parent: StoredResource, pathPart: string): StoredResource {
    const path = childPath(parent, pathPart);
    const present = byPath.get(path);
    if (present) return present;
    const siblings = [...byPath.values()].filter((resource) => resource.parentId === parent.id);
    refuseBadPart(parent, pathPart, siblings);
    refuseOverQuota(context, 'maxResources', byPath.size);
    const id = before.resources.find((resource) => resource.path === path)?.id ?? randomId(6);
    return put({ id, parentId: parent.id, pathPart, path });
  }

  for (const path of paths) {
    attempt(writer, `Unable to create resource at path '${path}'`, () => {
      const parts = path.split('/').filter((part) => part !== '');
      let parent = root;
      for (const part of parts) parent = under(parent, part);
      // `/orders/` and `/orders` are one resource.
      byPath.set(path, parent);
    });
  }
  return byPath;
}
