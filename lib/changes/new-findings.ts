import { type Finding, lint } from '@/lib/gateway/lint/lint';
import type { Snapshot } from '@/lib/gateway/model';
import { subjectKey } from '@/lib/gateway/subjects';

/** What lint has to say about a change: what comes with it, and what was there before. */
export interface FindingsOfChange {
  introduced: Finding[];
  existing: Finding[];
}

/** Lints a gateway after a change, and tells apart what the change brought. Pure. */
export function newFindings(before: Snapshot, after: Snapshot): FindingsOfChange {
  const known = new Set(lintOnce(before).map(findingKey));
  const introduced: Finding[] = [];
  const existing: Finding[] = [];
  for (const finding of lintOnce(after)) (known.has(findingKey(finding)) ? existing : introduced).push(finding);
  return { introduced, existing };
}

/** Findings that AWS, or its data plane, would refuse: they can't be saved. */
export function invalidOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule, severity }) => severity === 'error' && rule.startsWith('invalid-'));
}

/** Snapshots never change, and the working copy's is asked for with every save. */
const linted = new WeakMap<Snapshot, Finding[]>();

function lintOnce(snapshot: Snapshot): Finding[] {
  const findings = linted.get(snapshot) ?? lint(snapshot);
  linted.set(snapshot, findings);
  return findings;
}

function findingKey({ rule, subject, sentence }: Finding): string {
  return `${rule} ${subjectKey(subject)} ${sentence}`;
}
