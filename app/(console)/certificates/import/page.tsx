import type { Metadata } from 'next';
import { ImportForm } from '@/components/certificates/import-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { certificateId } from '@/lib/certificates/certificate-id';
import { listTenantOptions } from '@/lib/certificates/list-tenant-options';
import { readInventory } from '@/lib/inventory/read-inventory';
import { getDb } from '@/lib/runtime';
import { importCertificateAction } from '../actions';

export const metadata: Metadata = { title: 'Import certificate' };

export default async function ImportCertificatePage({ searchParams }: PageProps<'/certificates/import'>) {
  const { tenants: limit } = await requirePermission('certificates:manage');
  const { replaces } = await searchParams;
  const db = await getDb();
  const [certificates, tenants] = await Promise.all([readInventory(db, 'certificate'), listTenantOptions(db, limit)]);
  const imported = certificates.filter(({ type }) => type === 'IMPORTED');
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Certificates', href: '/certificates' }, { label: 'Import' }]} />}
        title="Import certificate"
        description="A certificate of your own, with its key. ACM does not renew it: its successor has to be imported in time."
      />
      <ImportForm
        imported={imported.map(({ arn, domainName, notAfter }) => ({
          arn,
          title: `${domainName}${notAfter === null ? '' : `, valid to ${notAfter.slice(0, 10)}`}`,
        }))}
        replaces={imported.find(({ arn }) => certificateId(arn) === replaces)?.arn ?? ''}
        tenants={tenants}
        action={importCertificateAction}
      />
    </>
  );
}
