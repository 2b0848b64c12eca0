import 'server-only';
import { and, desc, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { changeSets, users } from '@/lib/db/schema';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { readWorkingCopy } from '@/lib/inventory/read-working-copy';
import { Recent } from '@/lib/inventory/recent';
import { findChangeSet } from './find-change-set';
import { loadDraft } from './load-draft';
import type { ChangeSetState } from './model';

export interface ListedChangeSet {
  number: number;
  name: string;
  description: string | null;
  author: string;
  state: ChangeSetState;
  version: number;
  /** How many edits it has. */
  changes: number;
  /** Of drafts: edits that another change stands against. */
  conflicts: number;
  createdAt: string;
  updatedAt: string;
  appliedAt: string | null;
  appliedBy: string | null;
  deployStage: string | null;
  deploymentId: string | null;
  failure: { sentence: string; fix: string | null } | null;
  /** The user's next edits go to it. */
  current: boolean;
}

export interface ChangeSetFilter {
  userId?: string;
  /** Default all. */
  states?: readonly ChangeSetState[];
  /** Only these. */
  ids?: readonly string[];
  /** Only those with a smaller number: the next page. */
  before?: number;
  /** 1 to 200; default 50. */
  limit?: number;
}

/** Without the edits, which may be megabytes. */
const { edits: _, ...listed } = getTableColumns(changeSets);

/** The shared gateway's change sets, the newest first, and how many there are by state. From the database. */
export async function listChangeSets(
  db: Db,
  { userId, states, ids, before, limit = 50 }: ChangeSetFilter = {},
): Promise<{ changeSets: ListedChangeSet[]; counts: Record<ChangeSetState, number>; more: boolean }> {
  const none = { draft: 0, applying: 0, undoing: 0, stopped: 0, applied: 0, discarded: 0 };
  const restApiId = await getGatewayId(db);
  if (restApiId === null) return { changeSets: [], counts: none, more: false };
  const size = Math.min(Math.max(Math.trunc(limit), 1), 200);
  const ofGateway = eq(changeSets.restApiId, restApiId);
  const [rows, counted, current] = await Promise.all([
    db
      .select({
        ...listed,
        edits: sql<number>`jsonb_array_length(${changeSets.edits})`,
      })
      .from(changeSets)
      .where(
        and(
          ofGateway,
          states ? inArray(changeSets.state, [...states]) : undefined,
          ids ? inArray(changeSets.id, [...ids]) : undefined,
          before === undefined ? undefined : lt(changeSets.number, before),
        ),
      )
      .orderBy(desc(changeSets.number))
      .limit(size + 1),
    db
      .select({ state: changeSets.state, count: sql<number>`count(*)::int` })
      .from(changeSets)
      .where(ofGateway)
      .groupBy(changeSets.state),
    userId === undefined ? null : readCurrentId(db, userId),
  ]);
  const copy = await readWorkingCopy(db, restApiId);
  const found: ListedChangeSet[] = [];
  for (const row of rows.slice(0, size)) {
    // On the working copy that it was made on, nothing can stand against it.
    const moved = row.state === 'draft' && copy !== null && copy.hash !== row.baseHash;
    const conflicts = moved ? await countConflicts(db, row, copy.hash) : 0;
    found.push({
      number: row.number,
      name: row.name,
      description: row.description,
      author: row.authorName,
      state: row.state,
      version: row.version,
      changes: row.edits,
      conflicts,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      appliedAt: row.appliedAt?.toISOString() ?? null,
      appliedBy: row.appliedByName,
      deployStage: row.deployStage,
      deploymentId: row.deploymentId,
      failure: row.failure,
      current: row.state === 'draft' && row.id === current,
    });
  }
  const counts = { ...none, ...Object.fromEntries(counted.map(({ state, count }) => [state, count])) };
  return { changeSets: found, counts, more: rows.length > size };
}

/** Content never changes, so neither does their number; loading a large draft for a line of a list would take long. */
const counted = new Recent<string, number>(1_000);

async function countConflicts(
  db: Db,
  { number, version, baseHash }: { number: number; version: number; baseHash: string },
  workingHash: string,
): Promise<number> {
  const key = [number, version, baseHash, workingHash].join(' ');
  const known = counted.get(key);
  if (known !== undefined) return known;
  const { length } = (await loadDraft(db, await findChangeSet(db, number))).conflicts;
  counted.set(key, length);
  return length;
}

async function readCurrentId(db: Db, userId: string): Promise<string | null> {
  const [user] = await db.select({ id: users.currentChangeSetId }).from(users).where(eq(users.id, userId));
  return user?.id ?? null;
}
