import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ContinueRemoval } from '@/components/removal/continue-removal';
import { RemovalLive } from '@/components/removal/removal-live';
import { ReportParts } from '@/components/removal/report-parts';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { buttonClass } from '@/components/ui/button-class';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { getRemoval } from '@/lib/offboarding/get-removal';
import type { RemovalReport } from '@/lib/offboarding/model';
import { getDb } from '@/lib/runtime';
import { continueRemovalAction } from '../../[slug]/actions';

interface Props {
  params: Promise<{ id: string }>;
}

/** Read once for title and page. */
const readReport = cache(async (id: string) => getRemoval(await getDb(), id, await requireSession()));

const titleOf = ({ hostname, tenantName }: RemovalReport) => `Removal of ${hostname ?? tenantName}`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const report = await readReport((await params).id);
  return { title: report === null ? 'No such removal' : titleOf(report) };
}

export default async function RemovalPage({ params }: Props) {
  const user = await requireSession();
  const report = await readReport((await params).id);
  if (report === null) notFound();
  const now = Date.now();
  const mayGoOn = may(user, 'tenants:remove', { tenant: report.tenantSlug });
  return (
    <RemovalLive id={report.id} finished={report.finishedAt !== null}>
      <PageHeader
        above={
          <Breadcrumbs
            items={[
              { label: 'Tenants', href: '/tenants' },
              { label: 'Removals', href: '/tenants/removals' },
              { label: report.hostname ?? report.tenantName },
            ]}
          />
        }
        title={titleOf(report)}
        description={
          <>
            {report.hostname === null ? 'The whole tenant' : 'One domain'} of <code>{report.tenantSlug}</code>, asked
            for by {report.requestedBy} <RelativeTime at={report.requestedAt} now={now} />
          </>
        }
        actions={
          <>
            <a className={buttonClass({})} href={`/api/removals/${report.id}?as=text`}>
              Download as text
            </a>
            <a className={buttonClass({})} href={`/api/removals/${report.id}?as=json`}>
              Download as JSON
            </a>
          </>
        }
      />
      <div className="grid gap-4">
        {report.finishedAt === null ? (
          report.open.map((domain) => (
            <Notice
              key={domain.domainId}
              tone={domain.dangling ? 'amber' : 'blue'}
              title={<span className="break-name">{domain.hostname}</span>}
              action={
                domain.dangling && mayGoOn ? (
                  <ContinueRemoval
                    domainId={domain.domainId}
                    hostname={domain.hostname}
                    sentence={domain.sentence}
                    action={continueRemovalAction}
                  />
                ) : null
              }
            >
              <span className="break-name">{domain.sentence}</span>
            </Notice>
          ))
        ) : (
          <Notice tone="green" title="Nothing of it is left" live>
            Verified <RelativeTime at={report.verifiedAt ?? report.finishedAt} now={now} />, at{' '}
            {formatAbsoluteTime(new Date(report.verifiedAt ?? report.finishedAt))}. What stays on AWS, and why, is
            listed below.
          </Notice>
        )}
        <ReportParts report={report} now={now} />
      </div>
    </RemovalLive>
  );
}
