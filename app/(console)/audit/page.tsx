import type { Metadata } from 'next';
import { AuditFilterForm } from '@/components/audit/audit-filter-form';
import { AuditList } from '@/components/audit/audit-list';
import { Pager } from '@/components/tables/pager';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { auditActions } from '@/lib/audit/events';
import { listAuditActors, listAuditEvents, listAuditTenants } from '@/lib/audit/list-audit-events';
import { requirePermission } from '@/lib/auth/session';
import { getDb } from '@/lib/runtime';
import { auditHref, readValues, toFilter } from './search-params';

export const metadata: Metadata = { title: 'Audit log' };

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const user = await requirePermission('audit:view');
  const query = await searchParams;
  const values = readValues(query);
  const filter = toFilter(values, query);
  const db = await getDb();
  const within = user.tenants === null ? null : { tenants: user.tenants, actorId: user.id };
  const [{ entries, next }, actors, tenants] = await Promise.all([
    listAuditEvents(db, within ? { ...filter, within } : filter),
    listAuditActors(db, within),
    listAuditTenants(db, within),
  ]);
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Who did what to which resource. Nobody can change or delete a line of it."
      />
      <AuditFilterForm values={values} actors={actors} actions={auditActions} tenants={tenants} />
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
            <AuditList entries={entries} now={Date.now()} openId={Number(query.event) || null} />
            <Pager
              text={`${entries.length} ${entries.length === 1 ? 'event' : 'events'}${filter.cursor ? ', older ones' : ', the newest'}`}
              previous={filter.cursor ? { label: 'Newest', href: auditHref(values) } : null}
              next={next ? { label: 'Older', href: auditHref(values, next) } : null}
            />
          </>
        )}
      </Card>
    </>
  );
}
