import type { UpdateResourceCommandInput, UpdateResourceCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredResource } from '../../model';
import { keyOf } from '../../scope';
import { findResource } from './find';
import { applyPatch, type PatchRules } from './patch';
import { listedWords } from './patch-words';
import { badRequest } from './refusals';
import { childPath, refuseBadPart, refuseBelowGreedy } from './resource-tree';
import { resourceView } from './resource-view';

const rules: PatchRules<StoredResource> = {
  '/parentId': {
    ops: ['replace'],
    apply: (resource, value) => {
      if (!resource.parentId) throw badRequest('Root resource cannot update its parentId.');
      return { ...resource, parentId: value };
    },
  },
  '/pathPart': {
    ops: ['replace'],
    apply: (resource, value) => {
      if (!resource.parentId) throw badRequest('Root resource cannot update its pathPart.');
      return { ...resource, pathPart: value };
    },
  },
};

/** https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateResource.html; the paths below follow. */
export function updateResource(
  context: Context,
  input: UpdateResourceCommandInput,
): Promise<Answer<UpdateResourceCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const before = findResource(context, restApiId, input.resourceId);
    const words = listedWords(Object.keys(rules));
    const after = applyPatch(before, input.patchOperations, rules, 'updateResourceInput', words);
    if (!after.parentId) return resourceView(before, undefined);
    const all = context.state.list('resources', keyOf.resource(context.scope, restApiId));
    const parent = findResource(context, restApiId, after.parentId);
    const below = all.filter((resource) => resource.path.startsWith(`${before.path}/`));
    if (parent.id === before.id || below.some((resource) => resource.id === parent.id))
      throw badRequest('Resources cannot be cyclical.');
    const siblings = all.filter((resource) => resource.parentId === parent.id && resource.id !== before.id);
    refuseBadPart(parent, after.pathPart ?? '', siblings);
    if (below.length > 0) refuseBelowGreedy(after.pathPart);

    const moved = { ...after, path: childPath(parent, after.pathPart ?? '') };
    const store = (resource: StoredResource) =>
      tx.put('resources', keyOf.resource(context.scope, restApiId, resource.id), resource);
    store(moved);
    for (const resource of below) store({ ...resource, path: moved.path + resource.path.slice(before.path.length) });
    return resourceView(moved, undefined);
  });
}
