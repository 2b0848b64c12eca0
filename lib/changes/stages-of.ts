import type { Edit } from '@/lib/gateway/edits';

/** Stages whose own settings the edits change: these are live with the call that changes them, without a deployment. Pure. */
export function stagesOf(edits: readonly Edit[]): string[] {
  return [...new Set(edits.flatMap(({ subject }) => (subject.kind === 'stage' ? subject.name : [])))];
}
