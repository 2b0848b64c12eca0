import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { GatewayView } from '@/lib/changes/model';
import type { Db } from '@/lib/db/db';
import { deployments } from '@/lib/db/schema';
import { deployable } from '@/lib/gateway/deployable';
import { diff } from '@/lib/gateway/diff';
import type { Diff } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';
import { readSnapshot } from '@/lib/inventory/snapshots';

type Side = { snapshot: Snapshot; deployed: boolean } | { unknown: string };

/**
 * The differences between two sides: `working`, `draft:12`, `stage:prod` or `deployment:abc123`. Where one of them was deployed, only
 * what a deployment copies is compared.
 *
 * @returns a sentence where a side isn't there or nobody knows what is in it
 */
export async function compareSides(
  db: Db,
  view: GatewayView,
  left: string,
  right: string,
): Promise<Diff | { unknown: string }> {
  const [from, to] = await Promise.all([readSide(db, view, left), readSide(db, view, right)]);
  if ('unknown' in from) return from;
  if ('unknown' in to) return to;
  if (!from.deployed && !to.deployed) return diff(from.snapshot, to.snapshot);
  return diff(deployable(from.snapshot), deployable(to.snapshot));
}

async function readSide(db: Db, view: GatewayView, side: string): Promise<Side> {
  const [kind, name = ''] = split(side);
  switch (kind) {
    case 'working':
      return { snapshot: view.working, deployed: false };
    case 'draft': {
      const { draft } = view;
      if (draft && String(draft.changeSet.number) === name) return { snapshot: draft.snapshot, deployed: false };
      return { unknown: `Change set #${name} is not open.` };
    }
    case 'stage': {
      const stage = view.stages.find((one) => one.name === name);
      if (!stage) return { unknown: `The gateway has no stage ${name}.` };
      if (stage.live) return { snapshot: stage.live, deployed: true };
      return { unknown: `What ${name} serves could not be read from AWS yet.` };
    }
    case 'deployment':
      return readDeployment(db, view.restApiId, name);
    default:
      return { unknown: 'There is nothing of this name to compare.' };
  }
}

function split(side: string): string[] {
  const colon = side.indexOf(':');
  return colon === -1 ? [side] : [side.slice(0, colon), side.slice(colon + 1)];
}

async function readDeployment(db: Db, restApiId: string, id: string): Promise<Side> {
  const isIt = and(eq(deployments.restApiId, restApiId), eq(deployments.id, id));
  const [row] = await db.select({ hash: deployments.snapshotHash }).from(deployments).where(isIt);
  if (!row) return { unknown: `There is no deployment ${id}.` };
  if (row.hash === null) {
    return {
      unknown: `What is in deployment ${id} is not known: it was made outside of Gatehouse and no stage serves it.`,
    };
  }
  return { snapshot: await readSnapshot(db, row.hash), deployed: true };
}
