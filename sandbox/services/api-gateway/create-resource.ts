import type { CreateResourceCommandInput, CreateResourceCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import type { StoredResource } from '../../model';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { findResource } from './find';
import { randomId } from './random-id';
import { badRequest, conflict } from './refusals';

const partPattern = /^([a-zA-Z0-9._-]+|\{[a-zA-Z0-9._-]+\+?\})$/;
const greedy = /^\{.*\+\}$/;
const variable = /^\{.*\}$/;
const maxResources = 300;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html */
export function createResource(
  context: Context,
  input: CreateResourceCommandInput,
): Promise<Answer<CreateResourceCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const parent = findResource(context, restApiId, input.parentId);
    const pathPart = input.pathPart ?? '';
    if (!partPattern.test(pathPart)) {
      throw badRequest(
        "Resource's path part only allow a-zA-Z0-9._- and curly braces at the beginning and the end and an optional plus sign " +
          'before the closing brace.',
      );
    }
    const all = context.state.list('resources', keyOf.resource(context.scope, restApiId));
    refuseMisplaced(parent, pathPart, all);
    if (all.length >= maxResources) {
      throw new Failure(
        'LimitExceededException',
        'Maximum number of resources for this API has been reached. Please contact AWS if you need additional resources.',
        429,
      );
    }
    const path = parent.path === '/' ? `/${pathPart}` : `${parent.path}/${pathPart}`;
    const created: StoredResource = { id: randomId(6), parentId: parent.id, pathPart, path };
    tx.put('resources', keyOf.resource(context.scope, restApiId, created.id), created);
    return created;
  });
}

function refuseMisplaced(parent: StoredResource, pathPart: string, all: StoredResource[]): void {
  if (greedy.test(parent.pathPart ?? '')) {
    throw badRequest(`Cannot create a child of a resource with a greedy path variable: ${parent.pathPart}`);
  }
  const siblings = all.filter((resource) => resource.parentId === parent.id);
  if (siblings.some((sibling) => sibling.pathPart === pathPart)) {
    throw conflict(`Another resource with the same parent already has this name: ${pathPart}`);
  }
  const rival = variable.test(pathPart) && siblings.find((sibling) => variable.test(sibling.pathPart ?? ''));
  if (rival)
    throw badRequest(
      `A sibling (${rival.pathPart}) of this resource already has a variable path part -- only one is allowed`,
    );
}
