import type { changeSets } from '@/lib/db/schema';
import type { ChangeSet } from './model';

/** A change set as its row holds it. */
export type ChangeSetRow = typeof changeSets.$inferSelect;

/** The row as pages see it. */
export function toChangeSet(row: ChangeSetRow): ChangeSet {
  return {
    id: row.id,
    number: row.number,
    restApiId: row.restApiId,
    name: row.name,
    description: row.description,
    author: { id: row.authorId, name: row.authorName },
    state: row.state,
    version: row.version,
    edits: row.edits,
    baseHash: row.baseHash,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    appliedAt: row.appliedAt?.toISOString() ?? null,
    appliedBy: row.appliedByName,
    deployStage: row.deployStage,
    deployDescription: row.deployDescription,
    deploymentId: row.deploymentId,
    failure: row.failure,
  };
}
