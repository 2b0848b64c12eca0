import type { Metadata } from 'next';
import { ImportTenants } from '@/components/batches/import/import-tenants';
import { LastSeenNotice } from '@/components/layout/last-seen-notice';
import { GatewayMissing } from '@/components/tenants/form/gateway-missing';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { templateCsv } from '@/lib/batches/write-csv';
import { getDb } from '@/lib/runtime';
import { getFormOptions } from '@/lib/tenants/get-form-options';
import { checkLinesAction, readBatchFileAction, startBatchAction } from './actions';

export const metadata: Metadata = { title: 'Onboard from a file' };

export default async function ImportPage() {
  await requirePermission('tenants:onboard');
  const { zones, stages, gateway, stale } = await getFormOptions(await getDb());
  const [stage = 'prod'] = stages.includes('prod') ? ['prod'] : stages;
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Tenants', href: '/tenants' }, { label: 'Onboard from a file' }]} />}
        title="Onboard from a file"
        description="One row a domain; rows with the same slug are domains of one tenant. Nothing happens before you start it."
        actions={<ButtonLink href="/tenants/batches">Batches</ButtonLink>}
      />
      <LastSeenNotice states={stale} now={Date.now()} />
      {gateway ? null : <GatewayMissing />}
      <ImportTenants
        template={templateCsv({ zone: zones[0]?.name ?? 'example.com', stage })}
        actions={{ read: readBatchFileAction, check: checkLinesAction, start: startBatchAction }}
      />
    </>
  );
}
