import type { Metadata } from 'next';
import { RequestForm } from '@/components/certificates/request-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { listTenantOptions } from '@/lib/certificates/list-tenant-options';
import { readInventory } from '@/lib/inventory/read-inventory';
import { getDb } from '@/lib/runtime';
import { requestCertificateAction } from '../actions';

export const metadata: Metadata = { title: 'Request certificate' };

export default async function NewCertificatePage({ searchParams }: PageProps<'/certificates/new'>) {
  const { tenants: limit } = await requirePermission('certificates:manage');
  const { names } = await searchParams;
  const db = await getDb();
  const [zones, tenants] = await Promise.all([readInventory(db, 'hosted-zone'), listTenantOptions(db, limit)]);
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Certificates', href: '/certificates' }, { label: 'Request' }]} />}
        title="Request certificate"
        description="ACM issues it once the validation records of all its names are published, and renews it while they stay."
      />
      <RequestForm
        names={typeof names === 'string' ? names.slice(0, 10_000).split(',').join('\n') : ''}
        zones={zones.map((zone) => ({ name: zone.name, private: zone.private }))}
        tenants={tenants}
        action={requestCertificateAction}
      />
    </>
  );
}
