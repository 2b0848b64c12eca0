import { emptyMethod } from '@/lib/gateway/defaults';
import type { Method, Snapshot, Verb } from '@/lib/gateway/model';
import { entryOf } from '@/lib/gateway/records';
import { methodOf } from '@/lib/gateway/subjects';
import { isJson } from '../json';
import { extension, parameterPlaces } from '../words';
import { readRequestModels } from './bodies';
import { readIntegration } from './integration';
import type { Models } from './models';
import {
  booleanOf,
  entriesOf,
  get,
  isThere,
  itemsOf,
  type Node,
  problem,
  type Reading,
  resolve,
  textOf,
  warn,
} from './reading';
import { readResponses } from './responses';
import type { Schemes } from './security';

export interface Shared {
  models: Models;
  security: Schemes;
  /** Names of the request validators that there are. */
  validators: ReadonlySet<string>;
  /** Ids by path, where they are known: AWS's default cache namespaces. */
  resourceIds: Readonly<Record<string, string>>;
  /** The gateway as it is, for what a document can't say. */
  base: Snapshot | null;
}

/** One operation as a method. `item` is the path's own, whose parameters hold for all its operations. */
export function readOperation(
  reading: Reading,
  node: Node,
  { path, verb, item }: { path: string; verb: Verb; item: Node },
  shared: Shared,
): Method {
  const parameters = [...itemsOf(reading, get(item, 'parameters')), ...itemsOf(reading, get(node, 'parameters'))].map(
    (parameter) => resolve(reading, parameter),
  );
  if (isThere(node) && !isJson(node.value)) problem(reading, node, 'An operation is expected here.');
  const integration = get(node, extension.integration);
  if (!isThere(integration)) warn(reading, node, 'It has no integration yet: without one nothing can be deployed.');
  const title = `${verb} ${path}`;
  const before = shared.base && !reading.isOurs ? methodOf(shared.base, { path, verb }) : null;
  const resourceId = Object.hasOwn(shared.resourceIds, path) ? (shared.resourceIds[path] ?? null) : null;
  return {
    ...emptyMethod(),
    ...shared.security.securityOf(node),
    operationName: textOf(reading, get(node, 'operationId')),
    requestValidator: readValidator(reading, node, shared.validators),
    requestParameters: {
      ...readParameters(reading, parameters, before?.requestParameters ?? {}),
      ...readRest(reading, node),
    },
    requestModels: readRequestModels(reading, node, parameters, `${title} request`, shared.models),
    responses: readResponses(reading, node, { title, before }, shared.models),
    integration: readIntegration(reading, integration, resourceId),
  };
}

function readValidator(reading: Reading, node: Node, validators: ReadonlySet<string>): string | null {
  const own = get(node, extension.validator);
  const place = isThere(own) ? own : get(reading.root, extension.validator);
  const name = textOf(reading, place);
  if (name !== null && name !== '' && !validators.has(name))
    problem(reading, place, `There is no request validator ${name}.`);
  return name;
}

/** OpenAPI has all path parameters required; one that isn't so in the gateway stays as it is. */
function readParameters(
  reading: Reading,
  parameters: Node[],
  before: Method['requestParameters'],
): Method['requestParameters'] {
  const declared: Method['requestParameters'] = {};
  for (const parameter of parameters) {
    const [name, at] = [textOf(reading, get(parameter, 'name')), textOf(reading, get(parameter, 'in'))];
    if (at === 'body') continue;
    if (at === 'header' || at === 'query' || at === 'path') {
      if (name === null || name === '') problem(reading, parameter, 'The name of the parameter is missing.');
      else {
        const key = `method.request.${parameterPlaces[at]}.${name}`;
        declared[key] = at === 'path' ? (entryOf(before, key) ?? true) : booleanOf(reading, get(parameter, 'required'));
      }
    } else if (at !== null) warn(reading, parameter, `API Gateway knows no parameters in: ${at}; it is left out.`);
  }
  return declared;
}

function readRest(reading: Reading, node: Node): Method['requestParameters'] {
  const rest = entriesOf(reading, get(node, extension.gatehouse, 'requestParameters'));
  return Object.fromEntries(rest.map(([key, required]) => [key, booleanOf(reading, required)]));
}
