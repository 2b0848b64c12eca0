import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { DoctorReport } from '@/lib/doctor/model';
import type { ApplyFixAction } from './apply-fix';
import { ReportView } from './report-view';

interface Props {
  domainId: string;
  hostname: string;
  /** The last one; null: never run. */
  report: DoctorReport | null;
  now: number;
  /** Starts it; null for those who may not. */
  run: ReactNode;
  /** Null for those who may not. */
  applyFix: ApplyFixAction | null;
}

/** What the doctor found at a domain, and the button to have it look again. */
export function DoctorCard({ domainId, hostname, report, now, run, applyFix }: Props) {
  const problems = report?.findings.some(({ state }) => state === 'problem') ?? false;
  return (
    <Card
      level={3}
      title="Doctor"
      frame={problems ? 'amber' : 'plain'}
      description={
        report === null ? (
          'Looks at the domain from outside and names what is wrong, whose turn it is and the fix.'
        ) : (
          <>
            Examined <RelativeTime at={report.at} now={now} /> in {(report.ms / 1000).toFixed(1)} s
          </>
        )
      }
      actions={run}
    >
      {report === null ? (
        <p className="text-ink-muted text-sm">
          {run === null
            ? 'Nobody has run it for this domain yet.'
            : `Nobody has run it for ${hostname} yet. It takes up to 20 seconds.`}
        </p>
      ) : (
        <ReportView domainId={domainId} report={report} applyFix={applyFix} />
      )}
    </Card>
  );
}
