import type { GatewayView } from '@/lib/changes/model';
import { deployable } from '@/lib/gateway/deployable';
import { type Method, type Snapshot, type Verb, verbs } from '@/lib/gateway/model';
import { byPath } from '@/lib/gateway/records';
import { sameValue } from '@/lib/gateway/same-value';
import { kindOf, summaryOf, targetOf } from '@/lib/integrations/registry';
import type { MethodRow, RouteRow, Standing } from './model';
import { ownerOf } from './owner-of';

interface Sides {
  working: Snapshot;
  draft: Snapshot;
  deployable: Snapshot;
  stages: { name: string; live: Snapshot }[];
  /** `GET /orders` of those whose edits are in conflict. */
  conflicts: ReadonlySet<string>;
}

/**
 * All resources of the working copy, the draft and the stages with their routes, in the order of the tree. A stage of which
 * nobody knows what it serves says nothing. Pure; `owners` by path.
 */
export function listRoutes(view: GatewayView, owners: ReadonlyMap<string, string>): RouteRow[] {
  const sides: Sides = {
    working: view.working,
    draft: view.draft?.snapshot ?? view.working,
    deployable: deployable(view.working),
    stages: view.stages.flatMap(({ name, live }) => (live ? [{ name, live }] : [])),
    conflicts: new Set(
      view.draft?.conflicts.flatMap(({ edit: { subject } }) =>
        'verb' in subject ? [`${subject.verb} ${subject.path}`] : [],
      ),
    ),
  };
  const paths = new Set([
    ...Object.keys(sides.working.resources),
    ...Object.keys(sides.draft.resources),
    ...sides.stages.flatMap(({ live }) => Object.keys(live.resources)),
  ]);
  return [...paths].sort(byPath).map((path) => ({
    path,
    owner: ownerOf(owners, path),
    draft: standingOfResource(sides, path),
    methods: verbs.flatMap((verb) => toMethodRow(sides, path, verb) ?? []),
  }));
}

function standingOfResource({ working, draft }: Sides, path: string): RouteRow['draft'] {
  const was = Object.hasOwn(working.resources, path);
  const is = Object.hasOwn(draft.resources, path);
  return was === is ? null : is ? 'new' : 'removed';
}

function toMethodRow(sides: Sides, path: string, verb: Verb): MethodRow | null {
  const working = at(sides.working, path, verb);
  const draft = at(sides.draft, path, verb);
  const deployed = at(sides.deployable, path, verb);
  const stages: MethodRow['stages'] = {};
  let shown = draft ?? working;
  for (const { name, live } of sides.stages) {
    const served = at(live, path, verb);
    const standing = standingOf(served, deployed);
    if (standing !== null) stages[name] = standing;
    shown ??= served;
  }
  if (shown === null) return null;
  return {
    verb,
    kind: shown.integration ? kindOf(shown.integration) : null,
    target: shown.integration ? summaryOf(shown.integration) : '',
    terms: termsOf(shown),
    draft: standingOf(working, draft),
    conflict: sides.conflicts.has(`${verb} ${path}`),
    stages,
  };
}

/** From the first to the second. */
function standingOf(from: Method | null, to: Method | null): Standing | null {
  if (from === null) return to === null ? null : 'new';
  if (to === null) return 'removed';
  return sameValue(from, to) ? null : 'changed';
}

function at(snapshot: Snapshot, path: string, verb: Verb): Method | null {
  const resource = Object.hasOwn(snapshot.resources, path) ? snapshot.resources[path] : undefined;
  return resource?.methods[verb] ?? null;
}

/** Names of headers and query parameters from all the maps that have some, and what else one may look for. */
function termsOf(method: Method): string {
  const { integration } = method;
  const keys = [
    ...Object.keys(method.requestParameters),
    ...Object.keys(integration?.requestParameters ?? {}),
    ...Object.values(method.responses).flatMap(({ parameters }) => Object.keys(parameters)),
  ].filter((key) => !key.includes('.path.'));
  const names = new Set(keys.map((key) => key.split('.').slice(3).join('.').toLowerCase()));
  if (method.operationName) names.add(method.operationName.toLowerCase());
  if (method.authorizer) names.add(method.authorizer.toLowerCase());
  if (integration) names.add(targetOf(integration).toLowerCase());
  return [...names].join(' ');
}
