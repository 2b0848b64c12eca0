import type { Finding, FindingState } from '@/lib/doctor/model';

const quiet: FindingState[] = ['unknown', 'ok', 'skipped'];

/** What a check reports of several: everything that somebody has to know, else the one that knows least. Pure. */
export function alone(findings: Finding[]): Finding[] {
  const loud = findings.filter(({ state }) => !quiet.includes(state));
  if (loud.length > 0) return loud;
  const [least] = quiet.flatMap((state) => findings.filter((finding) => finding.state === state));
  return least === undefined ? [] : [least];
}
