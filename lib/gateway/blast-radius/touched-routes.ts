import type { Difference } from '@/lib/gateway/edits';
import { type Method, type Snapshot, type Verb, verbs } from '@/lib/gateway/model';
import { referencedModels } from '@/lib/gateway/model-references';
import { byPath } from '@/lib/gateway/records';
import type { Subject } from '@/lib/gateway/subjects';

export interface TouchedRoute {
  /** `*`: all. */
  path: string;
  verb: Verb;
  /** The only stage that it is about; null for all. */
  stage: string | null;
}

/** Routes that differences touch, each once, in the order of the tree; the whole gateway first. */
export function touchedRoutes(differences: readonly Difference[], snapshots: readonly Snapshot[]): TouchedRoute[] {
  const routes = new Map<string, TouchedRoute>();
  const add = (path: string, verb: Verb, stage: string | null = null) =>
    routes.set(`${verb} ${path} ${stage ?? ''}`, { path, verb, stage });
  for (const { subject } of differences) {
    const users = usersOf(subject, snapshots);
    if (users !== null) {
      for (const { path, verb } of routesOf(snapshots, users)) add(path, verb);
    } else if ('verb' in subject) add(subject.path, subject.verb);
    else if (subject.kind === 'stage') add('*', 'ANY', subject.name);
    else if (subject.kind === 'api' || subject.kind === 'gateway-response') add('*', 'ANY');
  }
  return [...routes.values()].sort(
    (left, right) => byPath(left.path, right.path) || verbs.indexOf(left.verb) - verbs.indexOf(right.verb),
  );
}

type Uses = (method: Method) => boolean;

/** Which methods use something shared; null for what isn't shared. */
function usersOf(subject: Subject, snapshots: readonly Snapshot[]): Uses | null {
  switch (subject.kind) {
    case 'authorizer':
      return ({ authorizer }) => authorizer === subject.name;
    case 'validator':
      return ({ requestValidator }) => requestValidator === subject.name;
    case 'model': {
      const names = new Set(snapshots.flatMap((snapshot) => referrers(snapshot, subject.name)));
      return ({ requestModels, responses }) =>
        [requestModels, ...Object.values(responses).map(({ models }) => models)].some((models) =>
          Object.values(models).some((name) => names.has(name)),
        );
    }
    default:
      return null;
  }
}

/** A model and all that refer to it, over however many others. */
function referrers({ models }: Snapshot, name: string): string[] {
  const found = new Set([name]);
  for (const each of found) {
    for (const [other, { schema }] of Object.entries(models))
      if (referencedModels(schema).includes(each)) found.add(other);
  }
  return [...found];
}

function* routesOf(snapshots: readonly Snapshot[], uses: Uses): Iterable<{ path: string; verb: Verb }> {
  for (const { resources } of snapshots) {
    for (const [path, { methods }] of Object.entries(resources)) {
      for (const verb of verbs) {
        const method = methods[verb];
        if (method && uses(method)) yield { path, verb };
      }
    }
  }
}
