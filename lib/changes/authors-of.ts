import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { auditEvents, changeSetVersions } from '@/lib/db/schema';
import type { ChangeSetRow } from './to-change-set';

/**
 * Everybody who had a hand in a change set, by the name that versions carry. Old versions are forgotten after a while; what the audit log
 * says of them stays.
 */
export async function authorsOf(
  db: Db,
  { id, number, authorName }: Pick<ChangeSetRow, 'id' | 'number' | 'authorName'>,
): Promise<Set<string>> {
  const { actorName: name, resourceId, action } = auditEvents;
  const made = inArray(action, ['change-set.created', 'change-set.edited']);
  const [versions, events] = await Promise.all([
    db
      .selectDistinct({ name: changeSetVersions.authorName })
      .from(changeSetVersions)
      .where(eq(changeSetVersions.changeSetId, id)),
    db
      .selectDistinct({ name })
      .from(auditEvents)
      .where(and(made, eq(resourceId, `#${number}`))),
  ]);
  return new Set([authorName, ...versions.map((row) => row.name), ...events.map((row) => row.name)]);
}
