import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SearchForm } from '@/components/forms/search-form';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { UnownedForm } from '@/components/tenants/unowned/unowned-form';
import { UnownedHosts } from '@/components/tenants/unowned/unowned-hosts';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/auth/permissions';
import { requirePermission } from '@/lib/auth/session';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { getDb } from '@/lib/runtime';
import { listTenantNames } from '@/lib/tenants/list-tenant-names';
import { listUnowned } from '@/lib/tenants/unowned/list-unowned';
import { assignUnownedAction } from './actions';

export const metadata: Metadata = { title: 'Unowned' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UnownedPage({ searchParams }: Props) {
  const user = await requirePermission('gateway:view');
  // Somebody else's could not be told from nobody's.
  if (user.tenants !== null) notFound();
  const { q } = await searchParams;
  const search = typeof q === 'string' ? q.trim().slice(0, 200) : '';
  const db = await getDb();
  const [hosts, states, tenants] = await Promise.all([
    listUnowned(db, search),
    readSyncStates(db),
    listTenantNames(db),
  ]);
  const mayAssign = may(user, 'tenants:move');
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Tenants', href: '/tenants' }, { label: 'Unowned' }]} />}
        title="Unowned"
        description="What is on the gateway, in the certificates and in our zones, and belongs to no tenant."
      />
      <LastSeenNotice states={states} now={Date.now()} />
      <div className="mb-3">
        <SearchForm
          action="/tenants/unowned"
          label="Search what is unowned"
          placeholder="Hostname or ARN"
          value={search}
        />
      </div>
      {hosts.length === 0 ? (
        <Card flush>
          {search === '' ? (
            <EmptyState icon="circle-check" title={isUnread(states) ? 'Not read yet' : 'Everything has its tenant'}>
              {isUnread(states)
                ? 'AWS is being read.'
                : 'Custom domain names, paths, certificates and records that no tenant owns would be listed here.'}
            </EmptyState>
          ) : (
            <EmptyState
              icon="search"
              title="Nothing unowned matches"
              action={
                <ButtonLink href="/tenants/unowned" size="sm">
                  Show all
                </ButtonLink>
              }
            />
          )}
        </Card>
      ) : mayAssign ? (
        <UnownedForm hosts={hosts} tenants={tenants} action={assignUnownedAction} />
      ) : (
        <UnownedHosts hosts={hosts} />
      )}
    </>
  );
}
