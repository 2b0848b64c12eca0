import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LastSeenNotice } from '@/components/layout/last-seen-notice';
import { GatewayMissing } from '@/components/tenants/form/gateway-missing';
import { OnboardForm } from '@/components/tenants/form/onboard-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/auth/permissions';
import { requirePermission } from '@/lib/auth/session';
import { getDb } from '@/lib/runtime';
import { getFormOptions } from '@/lib/tenants/get-form-options';
import { readTenant } from '@/lib/tenants/read-tenant';
import { checkHostnameAction, previewOnboardingAction } from '../../../new/actions';
import { addDomainAction } from './actions';

export const metadata: Metadata = { title: 'Add domain' };

export default async function NewDomainPage({ params }: { params: Promise<{ slug: string }> }) {
  const user = await requirePermission('tenants:edit');
  const { slug } = await params;
  if (!may(user, 'tenants:edit', { tenant: slug })) notFound();
  const db = await getDb();
  const [stored, { zones, stages, gateway, stale }] = await Promise.all([readTenant(db, slug), getFormOptions(db)]);
  if (stored === null) notFound();
  const { name, contactEmail } = stored.tenant;
  const above = [
    { label: 'Tenants', href: '/tenants' },
    { label: name, href: `/tenants/${slug}` },
    { label: 'Add domain' },
  ];
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={above} />}
        title="Add domain"
        description={`Another hostname for ${name}.`}
      />
      <LastSeenNotice states={stale} now={Date.now()} />
      {gateway ? null : <GatewayMissing />}
      <OnboardForm
        zones={zones}
        stages={stages}
        tenant={{ slug, name, contactEmail: contactEmail ?? '' }}
        actions={{ checkHostname: checkHostnameAction, preview: previewOnboardingAction, submit: addDomainAction }}
      />
    </>
  );
}
