import type { Metadata } from 'next';
import { RemovalsTable } from '@/components/removal/removals-table';
import { Pager } from '@/components/tables/pager';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/session';
import { listRemovals, removalsPageSize } from '@/lib/offboarding/list-removals';
import { getDb } from '@/lib/runtime';

export const metadata: Metadata = { title: 'Removals' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RemovalsPage({ searchParams }: Props) {
  const user = await requireSession();
  const page = Math.min(Math.max(Math.trunc(Number((await searchParams).page)) || 1, 1), 10_000);
  const { rows, total } = await listRemovals(await getDb(), user, { page });
  const first = (page - 1) * removalsPageSize + 1;
  const last = first + rows.length - 1;
  const href = (to: number) => `/tenants/removals?page=${to}`;
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Tenants', href: '/tenants' }, { label: 'Removals' }]} />}
        title="Removals"
        description="What was taken off the gateway, with the proof that nothing of it is left."
      />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState icon="trash" title="Nothing was removed yet">
            Tenants and single domains are removed on the tenant's page.
          </EmptyState>
        ) : (
          <>
            <RemovalsTable rows={rows} now={Date.now()} />
            <Pager
              text={`${first} to ${last} of ${total}`}
              previous={page > 1 ? { label: 'Previous', href: href(page - 1) } : null}
              next={last < total ? { label: 'Next', href: href(page + 1) } : null}
            />
          </>
        )}
      </Card>
    </>
  );
}
