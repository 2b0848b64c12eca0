import type { Metadata } from 'next';
import { LastSeenNotice } from '@/components/layout/last-seen-notice';
import { GatewayMissing } from '@/components/tenants/form/gateway-missing';
import { OnboardForm } from '@/components/tenants/form/onboard-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { getDb } from '@/lib/runtime';
import { getFormOptions } from '@/lib/tenants/get-form-options';
import { checkHostnameAction, onboardTenantAction, previewOnboardingAction } from './actions';

export const metadata: Metadata = { title: 'Onboard tenant' };

export default async function NewTenantPage() {
  await requirePermission('tenants:onboard');
  const { zones, stages, gateway, stale } = await getFormOptions(await getDb());
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Tenants', href: '/tenants' }, { label: 'Onboard tenant' }]} />}
        title="Onboard tenant"
        description="Nothing happens on AWS before the review at the end."
      />
      <LastSeenNotice states={stale} now={Date.now()} />
      {gateway ? null : <GatewayMissing />}
      <OnboardForm
        zones={zones}
        stages={stages}
        tenant={null}
        actions={{ checkHostname: checkHostnameAction, preview: previewOnboardingAction, submit: onboardTenantAction }}
      />
    </>
  );
}
