import type { Integration, Method } from '@/lib/gateway/model';

/** The names of `{name}` in a URI; `${stageVariables.x}` is not one. */
function uriVariables(uri: string | null): string[] {
  return [...new Set([...(uri ?? '').matchAll(/(?<!\$)\{([\w.$-]+)\}/g)].map((match) => match[1] ?? ''))];
}

/** The names of a resource path's variables: `/orders/{id}/{proxy+}` has `id` and `proxy`. */
function pathVariables(path: string): string[] {
  return [...path.matchAll(/\{([^{}+]+)\+?\}/g)].map((match) => match[1] ?? '');
}

/**
 * Gives the variables that are new in the URI the value of the route's path variable of that name, with the declaration that
 * AWS demands, and takes the plain mappings of those that are no longer in it. What was there and stays isn't touched.
 *
 * @param uriBefore null when the integration is a new one
 */
export function mapUriVariables(
  method: Method,
  integration: Integration,
  uriBefore: string | null,
  path: string,
): Method {
  const before = uriVariables(uriBefore);
  const now = uriVariables(integration.uri);
  const inPath = pathVariables(path);
  const parameters = { ...integration.requestParameters };
  const declared = { ...method.requestParameters };
  for (const name of before.filter((name) => !now.includes(name)))
    if (parameters[target(name)] === source(name)) delete parameters[target(name)];
  for (const name of now.filter((name) => inPath.includes(name) && !before.includes(name))) {
    parameters[target(name)] ??= source(name);
    if (parameters[target(name)] === source(name)) declared[source(name)] = true;
  }
  return { ...method, requestParameters: declared, integration: { ...integration, requestParameters: parameters } };
}

const target = (name: string) => `integration.request.path.${name}`;
const source = (name: string) => `method.request.path.${name}`;
