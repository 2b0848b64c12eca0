import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { Pager } from '@/components/tables/pager';
import { HeadlineFilter } from '@/components/tenants/list/headline-filter';
import { TenantSearch } from '@/components/tenants/list/tenant-search';
import { TenantsTable } from '@/components/tenants/list/tenants-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { tenantsInWords } from '@/lib/auth/why-not';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { getDb } from '@/lib/runtime';
import { headlinesWorstFirst } from '@/lib/tenants/headline-order';
import { listTenants, type TenantsFilter, type TenantsPage, tenantsPageSize } from '@/lib/tenants/list-tenants';
import { listUnowned } from '@/lib/tenants/unowned/list-unowned';
import { readFilter, tenantsHref } from './search-params';

export const metadata: Metadata = { title: 'Tenants' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TenantsPageView({ searchParams }: Props) {
  const user = await requireSession();
  const filter = readFilter(await searchParams);
  const db = await getDb();
  const [page, states] = await Promise.all([listTenants(db, filter, user.tenants), readSyncStates(db)]);
  const lastPage = Math.max(1, Math.ceil(page.total / tenantsPageSize));
  if (filter.page > lastPage) redirect(tenantsHref(filter, { page: lastPage }));
  const mayEdit = may(user, 'tenants:onboard');
  const unread = isUnread(states);
  return (
    <>
      <PageHeader
        title="Tenants"
        description={
          user.tenants === null
            ? 'Who is served by the shared gateway, and what is live, waiting or broken.'
            : `You are limited to ${tenantsInWords(user.tenants)}.`
        }
        actions={
          <>
            {user.tenants === null ? (
              <Suspense fallback={null}>
                <UnownedLink />
              </Suspense>
            ) : null}
            <ButtonLink href="/tenants/removals">Removals</ButtonLink>
            {mayEdit && (page.all > 0 || unread) ? <OnboardLink /> : null}
          </>
        }
      />
      <LastSeenNotice states={states} now={Date.now()} />
      {page.all === 0 && user.tenants !== null ? (
        <Card flush>
          <EmptyState icon="users" title="No tenant is yours">
            An administrator says which tenants you deal with.
          </EmptyState>
        </Card>
      ) : page.all === 0 ? (
        <Card flush>
          <EmptyState
            icon="users"
            title={unread ? 'No tenants known yet' : 'No tenants yet'}
            action={mayEdit && !unread ? <OnboardLink /> : null}
          >
            A tenant gets a hostname, a certificate and paths on the shared gateway. Domains on the gateway that carry
            the tag gatehouse:tenant appear here by themselves.
          </EmptyState>
        </Card>
      ) : (
        <List filter={filter} page={page} />
      )}
    </>
  );
}

/** To what no tenant owns, with how many hostnames that are. */
async function UnownedLink() {
  const hosts = await listUnowned(await getDb());
  return (
    <ButtonLink href="/tenants/unowned">{hosts.length === 0 ? 'Unowned' : `Unowned (${hosts.length})`}</ButtonLink>
  );
}

function OnboardLink() {
  return (
    <>
      <ButtonLink icon="table" href="/tenants/import" prefetch={false}>
        Onboard from a file
      </ButtonLink>
      <ButtonLink variant="primary" icon="plus" href="/tenants/new">
        Onboard tenant
      </ButtonLink>
    </>
  );
}

function List({ filter, page }: { filter: TenantsFilter; page: TenantsPage }) {
  const kept = [...new URLSearchParams(tenantsHref(filter, { search: '' }).split('?')[1] ?? '')];
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <TenantSearch value={filter.search} kept={kept} />
        <HeadlineFilter chips={chipsOf(filter, page)} />
      </div>
      <Card flush>
        {page.rows.length === 0 ? (
          <EmptyState
            icon="search"
            title="No tenant matches"
            action={
              <ButtonLink href="/tenants" size="sm">
                Show all {page.all}
              </ButtonLink>
            }
          >
            Try part of a name, a slug, a hostname or an e-mail address.
          </EmptyState>
        ) : (
          <>
            <TenantsTable rows={page.rows} now={Date.now()} sort={sortLinks(filter)} />
            <Pager {...pagerOf(filter, page)} />
          </>
        )}
      </Card>
    </>
  );
}

function chipsOf(filter: TenantsFilter, { counts }: TenantsPage) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = headlinesWorstFirst.filter(
    (headline) => counts[headline] !== undefined || headline === filter.headline,
  );
  return [
    { headline: null, count: all, href: tenantsHref(filter, { headline: null }), current: filter.headline === null },
    ...shown.map((headline) => ({
      headline,
      count: counts[headline] ?? 0,
      href: tenantsHref(filter, { headline }),
      current: filter.headline === headline,
    })),
  ];
}

function pagerOf(filter: TenantsFilter, { rows, total }: TenantsPage) {
  const first = (filter.page - 1) * tenantsPageSize + 1;
  const last = first + rows.length - 1;
  return {
    text: `${first} to ${last} of ${total}`,
    previous: filter.page > 1 ? { label: 'Previous', href: tenantsHref(filter, { page: filter.page - 1 }) } : null,
    next: last < total ? { label: 'Next', href: tenantsHref(filter, { page: filter.page + 1 }) } : null,
  };
}

function sortLinks(filter: TenantsFilter) {
  return {
    by: filter.sort,
    descending: filter.descending,
    href: (sort: 'name' | 'headline' | 'since') =>
      tenantsHref(filter, { sort, descending: filter.sort === sort && !filter.descending }),
  };
}
