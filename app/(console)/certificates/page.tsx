import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CertificateList } from '@/components/certificates/certificate-list';
import { certificateStatusLooks } from '@/components/certificates/status-look';
import { ChipLinks } from '@/components/forms/chip-links';
import { SearchForm } from '@/components/forms/search-form';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import type { SortHead } from '@/components/tables/disclosure-list';
import { Pager } from '@/components/tables/pager';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { type CertificatesFilter, certificatesPageSize, listCertificates } from '@/lib/certificates/list-certificates';
import type { CertificateSort } from '@/lib/certificates/sort-certificates';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { getDb } from '@/lib/runtime';
import { certificateStatuses, certificatesHref, readFilter } from './search-params';

export const metadata: Metadata = { title: 'Certificates' };

export default async function CertificatesPage({ searchParams }: PageProps<'/certificates'>) {
  const user = await requireSession();
  const filter = readFilter(await searchParams);
  const db = await getDb();
  const [page, states] = await Promise.all([listCertificates(db, filter, user.tenants), readSyncStates(db)]);
  const lastPage = Math.max(1, Math.ceil(page.total / certificatesPageSize));
  if (filter.page > lastPage) redirect(certificatesHref(filter, { page: lastPage }));
  const now = Date.now();
  const ofCertificates = states.filter(({ kind }) => kind === 'certificate');
  const matching = Object.values(page.counts).reduce((sum, count) => sum + count, 0);
  const chips = [
    {
      label: 'All',
      count: matching,
      href: certificatesHref(filter, { status: null }),
      current: filter.status === null,
    },
    ...certificateStatuses
      .filter((status) => page.counts[status] || status === filter.status)
      .map((status) => ({
        label: certificateStatusLooks[status].word,
        count: page.counts[status] ?? 0,
        href: certificatesHref(filter, { status }),
        current: status === filter.status,
      })),
  ];
  return (
    <>
      <PageHeader
        title="Certificates"
        description="Every ACM certificate of the gateway's account and region."
        actions={
          may(user, 'certificates:manage') ? (
            <>
              <ButtonLink icon="key-round" href="/certificates/import">
                Import
              </ButtonLink>
              <ButtonLink variant="primary" icon="plus" href="/certificates/new">
                Request certificate
              </ButtonLink>
            </>
          ) : null
        }
      />
      <LastSeenNotice states={ofCertificates} now={now} />
      {page.all === 0 ? (
        <Card flush>
          <EmptyState
            icon="shield-check"
            title={isUnread(ofCertificates) ? 'No certificates known yet' : 'No certificates'}
            action={<ButtonLink href="/tenants/new">Onboard tenant</ButtonLink>}
          >
            Onboarding a tenant requests one for its hostname; certificates made elsewhere in the account appear here
            too.
          </EmptyState>
        </Card>
      ) : (
        <>
          <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <SearchForm
              action="/certificates"
              label="Search certificates"
              placeholder="Name, ARN or tenant"
              value={filter.search}
              kept={[...new URLSearchParams(certificatesHref(filter, { search: '' }).split('?')[1] ?? '')]}
            />
            <ChipLinks label="Filter by status" items={chips} />
          </div>
          <Card flush>
            {page.certificates.length === 0 ? (
              <EmptyState
                icon="search"
                title="No certificate matches"
                action={
                  <ButtonLink href="/certificates" size="sm">
                    Show all {page.all}
                  </ButtonLink>
                }
              >
                Try part of a hostname, or another status.
              </EmptyState>
            ) : (
              <>
                <CertificateList certificates={page.certificates} heads={headsOf(filter)} now={now} />
                {page.total > certificatesPageSize ? (
                  <Pager
                    text={`Page ${filter.page} of ${lastPage}, ${page.total} certificates`}
                    previous={
                      filter.page > 1
                        ? { label: 'Previous', href: certificatesHref(filter, { page: filter.page - 1 }) }
                        : null
                    }
                    next={
                      filter.page < lastPage
                        ? { label: 'Next', href: certificatesHref(filter, { page: filter.page + 1 }) }
                        : null
                    }
                  />
                ) : null}
              </>
            )}
          </Card>
        </>
      )}
    </>
  );
}

const heads: Record<CertificateSort, string> = {
  name: 'Names',
  status: 'Status',
  expires: 'Validity',
  use: 'In use by',
};

/** Each column sorts by itself, and once more the other way. */
function headsOf(filter: CertificatesFilter): SortHead[] {
  return (Object.keys(heads) as CertificateSort[]).map((sort) => {
    const sorted = filter.sort === sort ? (filter.descending ? 'descending' : 'ascending') : null;
    return { label: heads[sort], href: certificatesHref(filter, { sort, descending: sorted === 'ascending' }), sorted };
  });
}
