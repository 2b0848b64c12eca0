import type { StoredResource } from '../../model';
import { badRequest, conflict } from './refusals';

const partPattern = /^([a-zA-Z0-9._-]+|\{[a-zA-Z0-9._-]+\+?\})$/;
const greedy = /^\{.*\+\}$/;
const variable = /^\{.*\}$/;

/** Refuses a path part that a resource can't have below this parent (facts 4.2). */
export function refuseBadPart(parent: StoredResource, pathPart: string, siblings: StoredResource[]): void {
  if (!partPattern.test(pathPart)) {
    throw badRequest(
      "Resource's path part only allow a-zA-Z0-9._- and curly braces at the beginning and the end and an optional plus sign " +
        'before the closing brace.',
    );
  }
  refuseBelowGreedy(parent.pathPart);
  if (siblings.some((sibling) => sibling.pathPart === pathPart)) {
    throw conflict(`Another resource with the same parent already has this name: ${pathPart}`);
  }
  const rival = variable.test(pathPart) && siblings.find((sibling) => variable.test(sibling.pathPart ?? ''));
  if (rival)
    throw badRequest(
      `A sibling (${rival.pathPart}) of this resource already has a variable path part -- only one is allowed`,
    );
}

export function refuseBelowGreedy(parentPart: string | undefined): void {
  if (greedy.test(parentPart ?? ''))
    throw badRequest(`Cannot create a child of a resource with a greedy path variable: ${parentPart}`);
}

/** `/` + `orders` -> `/orders`. */
export function childPath(parent: StoredResource, pathPart: string): string {
  return parent.path === '/' ? `/${pathPart}` : `${parent.path}/${pathPart}`;
}
