import type { Metadata } from 'next';
import { BatchesTable } from '@/components/batches/batches-table';
import { RefreshEvery } from '@/components/layout/refresh-every';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { listBatches } from '@/lib/batches/read-batch';
import { getDb } from '@/lib/runtime';

export const metadata: Metadata = { title: 'Batches' };

export default async function BatchesPage() {
  await requirePermission('tenants:onboard');
  const batches = await listBatches(await getDb());
  const link = (
    <ButtonLink href="/tenants/import" icon="plus" variant="primary">
      Onboard from a file
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Tenants', href: '/tenants' }, { label: 'Batches' }]} />}
        title="Batches"
        description="Onboardings of many, from one file each. All of them share one queue, the older first."
        actions={batches.length > 0 ? link : null}
      />
      <Card flush>
        {batches.length === 0 ? (
          <EmptyState icon="table" title="No batch yet" action={link}>
            A batch onboards the rows of a CSV file as fast as AWS's quotas allow.
          </EmptyState>
        ) : (
          <BatchesTable batches={batches} now={Date.now()} />
        )}
      </Card>
      {batches.some(({ state }) => state !== 'finished') ? <RefreshEvery seconds={5} /> : null}
    </>
  );
}
