import type { CreateResourceCommandInput, CreateResourceCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredResource } from '../../model';
import { keyOf } from '../../scope';
import { findResource } from './find';
import { randomId } from './random-id';
import { refuseOverQuota } from './refuse-over-quota';
import { childPath, refuseBadPart } from './resource-tree';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html */
export function createResource(
  context: Context,
  input: CreateResourceCommandInput,
): Promise<Answer<CreateResourceCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const parent = findResource(context, restApiId, input.parentId);
    const pathPart = input.pathPart ?? '';
    const all = context.state.list('resources', keyOf.resource(context.scope, restApiId));
    refuseBadPart(
      parent,
      pathPart,
      all.filter((resource) => resource.parentId === parent.id),
    );
    refuseOverQuota(context, 'maxResources', all.length);
    const path = childPath(parent, pathPart);
    const created: StoredResource = { id: randomId(6), parentId: parent.id, pathPart, path };
    tx.put('resources', keyOf.resource(context.scope, restApiId, created.id), created);
    return created;
  });
}
