import type { DoctorReport, Finding, FindingState } from '@/lib/doctor/model';
import type { Actor } from '@/lib/domains/model';

const marks: Record<FindingState, string> = {
  problem: 'PROBLEM',
  warning: 'warning',
  unknown: 'unknown',
  ok: 'ok',
  skipped: '-',
};
const actors: Record<Actor, string> = { us: 'us', tenant: 'the customer', aws: 'AWS', nobody: 'nobody' };

/** A report as text for a terminal: one line a check, and below what is wrong also who acts, the fix and the proof. */
export function printReport(report: DoctorReport, note: string | null): string {
  const { hostname, live, publicZone, provider, nameServers, ms, at } = report;
  const head = [
    `${hostname}: ${live ? 'LIVE' : 'NOT LIVE'}`,
    publicZone === null
      ? 'no zone found on the public DNS'
      : `zone ${publicZone || '.'} at ${provider?.name ?? 'an unknown provider'}${nameServers.length > 0 ? ` (${nameServers.join(', ')})` : ''}`,
    ...(note === null ? [] : [note]),
  ];
  const width = Math.max(...report.findings.map(({ check }) => check.length));
  const lines = report.findings.map((finding) => printFinding(finding, width));
  return [head.join('\n  '), ...lines, `examined at ${at} in ${(ms / 1000).toFixed(1)} s`].join('\n');
}

function printFinding({ check, state, sentence, fix, actor, evidence }: Finding, width: number): string {
  const line = `${marks[state].padEnd(8)} ${check.padEnd(width)}  ${sentence}`;
  if (state === 'ok' || state === 'skipped') return line;
  const indent = ' '.repeat(8 + width + 3);
  const more = [
    ...(fix === null ? [] : [`who acts: ${actors[actor]}`, `fix: ${fix}`]),
    ...evidence.map(
      ({ source, at, question, answer }) =>
        `${at.slice(11, 19)} ${source}: ${question} -> ${answer.replaceAll('\n', '; ')}`,
    ),
  ];
  return [line, ...more.map((text) => indent + text)].join('\n');
}
