import type { Metadata } from 'next';
import { ImportForm } from '@/components/changes/import-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { importAsChangeSetAction } from '../../changes/actions';

export const metadata: Metadata = { title: 'Import OpenAPI' };

export default async function ImportPage() {
  await requirePermission('change-sets:edit');
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Routes', href: '/routes' }, { label: 'Import' }]} />}
        title="Import an OpenAPI document"
        description="It becomes a change set: you see every difference before anything touches the gateway."
      />
      <ImportForm action={importAsChangeSetAction} />
    </>
  );
}
