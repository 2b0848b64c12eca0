import type { Metadata } from 'next';
import { DomainSettingsForm } from '@/components/settings/domain-settings-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { readDomainSettings } from '@/lib/domains/settings/read-settings';
import { env } from '@/lib/env';
import { getDb } from '@/lib/runtime';
import { getFormOptions } from '@/lib/tenants/get-form-options';
import { saveDomainSettingsAction } from './actions';

export const metadata: Metadata = { title: 'Domain settings' };

export default async function DomainSettingsPage() {
  await requirePermission('settings:manage');
  const db = await getDb();
  const [settings, { zones }] = await Promise.all([readDomainSettings(db), getFormOptions(db)]);
  const { smtp } = env();
  return (
    <>
      <PageHeader title="Domains" description="What customers lead their names to, and how they are reminded of it." />
      <div className="grid max-w-4xl gap-5">
        <Card>
          <DomainSettingsForm
            key={JSON.stringify(settings)}
            settings={settings}
            zones={zones}
            mailFrom={smtp?.from ?? null}
            action={saveDomainSettingsAction}
          />
        </Card>
      </div>
    </>
  );
}
