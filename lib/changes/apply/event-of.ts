import type { AuditEvent } from '@/lib/audit/events';
import { sentencesOf } from '@/lib/changes/sentences';
import type { Look, Run } from './run';

/** What a run is called in the audit log. */
export function eventOf({ row, state }: Pick<Run, 'row' | 'state'>, look: Look | null): AuditEvent {
  const left = look?.left ?? null;
  const resourceId = `#${row.number}`;
  const before = { state, workingCopy: look?.copy.hash.slice(0, 12) ?? null };
  const after = { name: row.name, calls: left?.calls.length ?? 0, changes: sentencesOf(left?.differences ?? []) };
  if (state === 'undoing') return { action: 'change-set.undone', resourceId, before, after };
  return { action: 'change-set.applied', resourceId, before, after: { ...after, deployTo: row.deployStage } };
}
