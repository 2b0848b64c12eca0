import type { Metadata } from 'next';
import { AuditFilterForm } from '@/components/audit/audit-filter-form';
import { AuditList } from '@/components/audit/audit-list';
import { ExportLinks } from '@/components/audit/export-links';
import { IntegrityLine } from '@/components/audit/integrity-line';
import { Pager } from '@/components/tables/pager';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { auditActions, auditResourceTypes } from '@/lib/audit/events';
import { readAuditState } from '@/lib/audit/keep/read-state';
import { listAuditActors, listAuditEvents, listAuditTenants } from '@/lib/audit/list-audit-events';
import { filterQuery, readFilterValues } from '@/lib/audit/read-filter';
import { may } from '@/lib/auth/permissions';
import { requirePermission } from '@/lib/auth/session';
import { getDb } from '@/lib/runtime';
import { auditHref, toFilter } from './search-params';

export const metadata: Metadata = { title: 'Audit log' };

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const user = await requirePermission('audit:view');
  const query = await searchParams;
  const values = readFilterValues(query);
  const visibleTo = { tenants: user.tenants, actorId: user.id };
  const filter = { ...toFilter(values, query), visibleTo };
  const db = await getDb();
  const [{ entries, older, newer }, actors, tenants, state] = await Promise.all([
    listAuditEvents(db, filter),
    listAuditActors(db, visibleTo),
    listAuditTenants(db, visibleTo),
    readAuditState(db),
  ]);
  const now = Date.now();
  const paged = filter.cursor !== undefined || filter.after !== undefined;
  return (
    <>
      <PageHeader
        title="Audit log"
        description={
          user.tenants === null
            ? 'Who did what to which resource. Nobody can change or delete a line of it unseen.'
            : 'What was done to your tenants, and what you did.'
        }
        actions={may(user, 'audit:export') ? <ExportLinks query={filterQuery(values).toString()} /> : null}
      />
      <IntegrityLine state={state} now={now} />
      <AuditFilterForm
        values={values}
        actors={actors}
        actions={auditActions}
        types={auditResourceTypes}
        tenants={tenants}
      />
      {values.correlation ? (
        <Notice
          tone="blue"
          title="Everything from one click"
          className="mb-3"
          action={
            <ButtonLink href={auditHref({ ...values, correlation: '' })} size="sm">
              Show all clicks
            </ButtonLink>
          }
        >
          What somebody asked for, and what the console did later because of it.
        </Notice>
      ) : null}
      <Card flush>
        {entries.length === 0 ? (
          <EmptyState
            icon="scroll-text"
            title={filter.cursor ? 'There is nothing older' : 'No event matches this filter'}
            action={
              <ButtonLink href="/audit" size="sm">
                Show everything
              </ButtonLink>
            }
          >
            Leave a field empty to widen the search; times are in UTC.
          </EmptyState>
        ) : (
          <>
            <AuditList entries={entries} now={now} openId={Number(query.event) || null} />
            <Pager
              text={`${entries.length} ${entries.length === 1 ? 'event' : 'events'}${paged && newer ? '' : ', the newest'}`}
              previous={newer ? { label: 'Newer', href: auditHref(values, { after: newer }) } : null}
              next={older ? { label: 'Older', href: auditHref(values, { before: older }) } : null}
            />
          </>
        )}
      </Card>
    </>
  );
}
