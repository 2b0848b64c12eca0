import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RefreshEvery } from '@/components/layout/refresh-every';
import { CallsCard } from '@/components/sandbox/calls-card';
import { ClockCard } from '@/components/sandbox/clock-card';
import { ContentCard } from '@/components/sandbox/content-card';
import { DialsCard } from '@/components/sandbox/dials-card';
import { FaultsCard } from '@/components/sandbox/faults-card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { ExpectedError } from '@/lib/errors';
import { hasSandbox } from '@/lib/sandbox-panel/call-sandbox';
import type { SandboxReport } from '@/lib/sandbox-panel/model';
import { readSandbox } from '@/lib/sandbox-panel/read-sandbox';
import { addFaultAction, moveClockAction, removeFaultAction, resetSandboxAction, turnDialsAction } from './actions';

export const metadata: Metadata = { title: 'Sandbox' };

export default async function SandboxPage() {
  await requirePermission('sandbox:control');
  if (!hasSandbox()) notFound();
  const report = await readSandbox().catch(onlyExpected);
  return (
    <>
      <PageHeader
        title="Sandbox"
        description="What AWS does here: how fast, how reliably, and what time it is. For rehearsals."
      />
      <RefreshEvery seconds={5} />
      {report instanceof ExpectedError ? (
        <Notice tone="red" title={report.message}>
          {report.options.fix}
        </Notice>
      ) : (
        <Controls report={report} />
      )}
    </>
  );
}

function Controls({ report }: { report: SandboxReport }) {
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <FaultsCard
          faults={report.faults}
          operations={report.operations}
          add={addFaultAction}
          remove={removeFaultAction}
        />
        <ClockCard now={report.now} offsetMs={report.offsetMs} action={moveClockAction} />
      </div>
      <CallsCard calls={report.calls} total={report.total} throttled={report.throttled} />
      <DialsCard dials={report.dials} action={turnDialsAction} />
      <ContentCard contents={report.contents} reset={resetSandboxAction} />
      <p className="text-ink-muted text-xs">
        AWS clients of your own reach it at <code className="select-all">{report.url}</code>; a page with the same
        controls is at <code className="select-all">{report.url}/_sandbox</code> on this machine.
      </p>
    </div>
  );
}

function onlyExpected(error: unknown): ExpectedError {
  if (error instanceof ExpectedError) return error;
  throw error;
}
