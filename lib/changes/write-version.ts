import 'server-only';
import { and, asc, eq, lte } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { Db } from '@/lib/db/db';
import { changeSets, changeSetVersions } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import type { Edit } from '@/lib/gateway/edits';
import { savedMeanwhile } from './find-change-set';
import type { ChangeSetRow } from './to-change-set';

/** Versions that undo can reach. */
const keptVersions = 200;

/** What a version of a change set is. */
export interface VersionContent {
  edits: Edit[];
  baseHash: string;
  /** What the save did: "GET /orders: back end". */
  summary: string;
}

/**
 * Makes `content` the newest version of the change set as `row` has it. Runs in the caller's transaction.
 *
 * @returns the version's number
 * @throws ExpectedError `conflict` when somebody else was faster; `invalid` for characters that no database keeps
 */
export async function writeVersion(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  row: ChangeSetRow,
  { edits, baseHash, summary }: VersionContent,
): Promise<number> {
  refuseUnstorable([edits, summary]);
  const version = row.version + 1;
  const written = await ctx.db
    .update(changeSets)
    .set({ edits, baseHash, version, updatedAt: ctx.now(), failure: row.state === 'draft' ? null : row.failure })
    .where(and(eq(changeSets.id, row.id), eq(changeSets.version, row.version), eq(changeSets.state, row.state)))
    .returning({ id: changeSets.id });
  if (written.length === 0) throw savedMeanwhile(row.number, null);
  await insertVersion(ctx, row.id, version, { edits, baseHash, summary });
  await ctx.db
    .delete(changeSetVersions)
    .where(and(eq(changeSetVersions.changeSetId, row.id), lte(changeSetVersions.version, version - keptVersions)));
  return version;
}

/** The character of number 0, and halves of characters, which PostgreSQL refuses in JSON and in texts. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][\da-f]{2})/;

function refuseUnstorable(value: unknown): void {
  if (!unstorable.test(JSON.stringify(value))) return;
  throw new ExpectedError(
    'invalid',
    'Nothing was saved: a text has a character in it that is none (number 0, or half of one).',
    {
      fix: 'Look for what was pasted last, and type it instead.',
    },
  );
}

/** Keeps what a version is, for undo. */
export async function insertVersion(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  changeSetId: string,
  version: number,
  content: VersionContent,
): Promise<void> {
  await db.insert(changeSetVersions).values({ changeSetId, version, ...content, authorName: actor.name, at: now() });
}

/** What the save of an undo is called; `versionBefore` reads it. */
export const backTo = (version: number) => `Back to version ${version}`;

/** The version that undo goes back to from the newest one, null when there is none. After an undo the next goes further back. */
export async function versionBefore(db: Db, changeSetId: string): Promise<number | null> {
  const rows = await db
    .select({ version: changeSetVersions.version, summary: changeSetVersions.summary })
    .from(changeSetVersions)
    .where(eq(changeSetVersions.changeSetId, changeSetId))
    .orderBy(asc(changeSetVersions.version));
  const path: number[] = [];
  for (const { version, summary } of rows) {
    const target = path.indexOf(Number(/^Back to version (\d+)$/.exec(summary)?.[1]));
    if (target === -1) path.push(version);
    else path.length = target + 1;
  }
  return path.at(-2) ?? null;
}
