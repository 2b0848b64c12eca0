import { type Snapshot, type Verb, verbs } from '@/lib/gateway/model';
import { operationKeys } from '../words';
import { readOperation, type Shared } from './operation';
import { entriesOf, get, isThere, itemsOf, type Node, problem, type Reading, resolve, textOf, warn } from './reading';

/** What becomes of the base path that a document names: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api-basePath.html */
export type BasePathMode = 'ignore' | 'prepend' | 'split';

const notOperations = ['summary', 'description', 'servers', 'parameters', '$ref'];

export function readPaths(reading: Reading, mode: BasePathMode, shared: Shared): Snapshot['resources'] {
  const resources: Snapshot['resources'] = {};
  const prefix = prefixOf(basePathOf(reading), mode);
  for (const [written, node] of entriesOf(reading, get(reading.root, 'paths'))) {
    if (written.startsWith('x-')) continue;
    const path = pathOf(reading, node, prefix + written);
    if (path === null) continue;
    const item = resolve(reading, node);
    resources[path] ??= { methods: {} };
    for (const [key, operation] of entriesOf(reading, item)) {
      const verb = verbOf(key);
      if (verb) {
        resources[path].methods[verb] = readOperation(reading, operation, { path, verb, item }, shared);
      } else if (!notOperations.includes(key) && !key.startsWith('x-'))
        warn(reading, operation, `API Gateway knows no method ${key}; it is left out.`);
    }
  }
  return resources;
}

function verbOf(key: string): Verb | undefined {
  return verbs.find((verb) => operationKeys[verb] === key.toLowerCase());
}

/** The path as API Gateway has it; null and a problem when it can't have it. */
function pathOf(reading: Reading, node: Node, written: string): string | null {
  const path = written.replaceAll(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  if (path !== written) warn(reading, node, `API Gateway has no slashes at the end or in a row: it becomes ${path}.`);
  if (/^\/$|^(\/([A-Za-z0-9_\-.,:]+|\{[A-Za-z0-9_\-.]+\+?\}))+$/.test(path)) return path;
  problem(reading, node, 'Parts of paths are letters, digits and - . _ , : or one {variable}.');
  return null;
}

/** `/v1` of the document's base path, `''` when it has none. */
function basePathOf(reading: Reading): string {
  const { root, isSwagger } = reading;
  if (isSwagger) return textOf(reading, get(root, 'basePath')) ?? '';
  const [server] = itemsOf(reading, get(root, 'servers'));
  if (server === undefined) return '';
  const variable = get(server, 'variables', 'basePath', 'default');
  if (isThere(variable)) return textOf(reading, variable) ?? '';
  const url = textOf(reading, get(server, 'url')) ?? '';
  return url.replace(/^https?:\/\/[^/]*/, '');
}

/** Drops or keeps the base path; `split` drops its first part, which was a stage. */
function prefixOf(basePath: string, mode: BasePathMode): string {
  const parts = basePath.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  const kept = mode === 'ignore' ? [] : mode === 'split' ? parts.slice(1) : parts;
  return kept.map((part) => `/${part}`).join('');
}
