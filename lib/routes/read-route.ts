import 'server-only';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { GatewayView } from '@/lib/changes/model';
import { readExposures } from '@/lib/changes/read-exposures';
import type { Db } from '@/lib/db/db';
import { emptyResource } from '@/lib/gateway/defaults';
import { lint } from '@/lib/gateway/lint/lint';
import type { Snapshot, Verb } from '@/lib/gateway/model';
import { entryOf } from '@/lib/gateway/records';
import { methodOf } from '@/lib/gateway/subjects';
import { readInventory } from '@/lib/inventory/read-inventory';
import { isAbout } from './is-about';
import type { RouteSide, RouteView } from './model';
import { ownerOf } from './owner-of';
import { readRouteOwners } from './read-route-owners';
import { routeFacts } from './route-facts';
import { summariseReach } from './summarise-reach';

/** One route on all sides, with what its editor has to know. Nothing has to be there yet: a new one begins like this. */
export async function readRoute(
  db: Db,
  view: GatewayView,
  at: { path: string; verb: Verb },
  limit: TenantLimit,
): Promise<RouteView> {
  const [owners, exposures, vpcLinks, functions] = await Promise.all([
    readRouteOwners(db, view.restApiId),
    readExposures(db, view.restApiId, limit),
    readInventory(db, 'vpc-link'),
    readInventory(db, 'lambda-function'),
  ]);
  const edited = view.draft?.snapshot ?? view.working;
  return {
    ...at,
    owner: ownerOf(owners, at.path),
    sides: sidesOf(view, at),
    method: methodOf(edited, at),
    region: view.region,
    facts: routeFacts(view, at, { exposures, vpcLinks, functions }),
    findings: lint(edited).filter(({ subject }) => isAbout(subject, at)),
    surroundings: surroundingsOf(edited, at.path),
    conflicts: view.draft?.conflicts.filter(({ edit }) => isAbout(edit.subject, at)) ?? [],
    resource: entryOf(edited.resources, at.path),
    reach: summariseReach(exposures),
  };
}

function sidesOf(view: GatewayView, at: { path: string; verb: Verb }): RouteSide[] {
  const stages = view.stages.map(
    ({ name, live }): RouteSide => ({
      kind: 'stage',
      title: name,
      method: live ? methodOf(live, at) : null,
      known: live !== null,
    }),
  );
  const working: RouteSide = {
    kind: 'working',
    title: 'Working copy',
    method: methodOf(view.working, at),
    known: true,
  };
  const draft: RouteSide[] = view.draft
    ? [
        {
          kind: 'draft',
          title: `#${view.draft.changeSet.number}`,
          method: methodOf(view.draft.snapshot, at),
          known: true,
        },
      ]
    : [];
  return [...stages, working, ...draft];
}

function surroundingsOf(snapshot: Snapshot, path: string): Snapshot {
  const resource = entryOf(snapshot.resources, path) ?? emptyResource();
  const models = Object.entries(snapshot.models).map(([name, model]) => [name, { ...model, schema: null }]);
  return { ...snapshot, resources: { [path]: resource }, models: Object.fromEntries(models) };
}
