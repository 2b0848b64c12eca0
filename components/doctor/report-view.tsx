import { StatusBadge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import type { DoctorReport, Finding } from '@/lib/doctor/model';
import type { ApplyFixAction } from './apply-fix';
import { checkTitles, findingLooks, sortFindings } from './doctor-words';
import { FindingItem } from './finding-item';

interface Props {
  domainId: string;
  report: DoctorReport;
  applyFix: ApplyFixAction | null;
}

/** A report: whether the name is live, then what is wrong, and folded away what is fine. */
export function ReportView({ domainId, report, applyFix }: Props) {
  const { open, ok, skipped } = sortFindings(report.findings);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge tone={report.live ? 'green' : 'grey'} icon={report.live ? 'circle-check' : 'circle-minus'}>
          {report.live ? 'Served by the gateway' : 'Not live'}
        </StatusBadge>
        <span className="text-ink-muted text-xs">{whereOf(report)}</span>
      </p>
      {open.length > 0 ? (
        <ul className="grid min-w-0 grid-cols-1 gap-3" aria-label="Findings">
          {open.map((finding) => (
            <FindingItem
              key={`${finding.check} ${finding.code} ${finding.sentence}`}
              domainId={domainId}
              finding={finding}
              applyFix={applyFix}
            />
          ))}
        </ul>
      ) : null}
      {ok.length > 0 ? <Folded summary={`${counted(ok.length)} passed`} findings={ok} /> : null}
      {skipped.length > 0 ? (
        <Folded summary={`${counted(skipped.length)} had nothing to look at`} findings={skipped} />
      ) : null}
    </div>
  );
}

function whereOf({ publicZone, provider, nameServers }: DoctorReport): string {
  if (publicZone === null) return 'No zone was found on the public DNS.';
  const at = provider?.name ?? nameServers.slice(0, 2).join(', ');
  return `Zone ${publicZone || '.'}${at ? ` at ${at}` : ''}`;
}

function counted(count: number): string {
  return `${count} check${count === 1 ? '' : 's'}`;
}

function Folded({ summary, findings }: { summary: string; findings: Finding[] }) {
  return (
    <Disclosure summary={summary}>
      <ul className="grid gap-1.5">
        {findings.map(({ check, code, state, sentence }) => (
          <li key={`${check} ${code}`} className="flex flex-wrap items-baseline gap-x-2">
            <StatusBadge variant="plain" tone={findingLooks[state].tone} icon={findingLooks[state].icon}>
              {checkTitles[check]}
            </StatusBadge>
            <span className="min-w-0 flex-1 basis-60 wrap-anywhere text-ink-muted text-xs">{sentence}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
