import type { Metadata } from 'next';
import { MissingNotice } from '@/components/connection/missing-notice';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { AttentionList } from '@/components/overview/attention-list';
import { CountTiles } from '@/components/overview/count-tiles';
import { QuotaMeters } from '@/components/overview/quota-meters';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { groupPermissions } from '@/lib/connection/group-permissions';
import { readConnection } from '@/lib/connection/read-connection';
import type { Headline } from '@/lib/domains/model';
import { env } from '@/lib/env';
import { quotasInUse } from '@/lib/inventory/quotas-in-use';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { countTenants, needsAttention } from '@/lib/overview/count-tenants';
import { listOverviewDomains } from '@/lib/overview/list-overview-domains';
import { getDb } from '@/lib/runtime';
import { headlineSlug } from '../tenants/search-params';
import { GatewayCard } from './gateway-card';
import { readView } from './search-params';

export const metadata: Metadata = { title: 'Overview' };

const tiles = [
  'Live',
  'Live, at risk',
  'Working',
  'Waiting for tenant',
  'Needs operator',
  'Broken',
] as const satisfies readonly Headline[];
const attentionLimit = 8;

export default async function OverviewPage({ searchParams }: PageProps<'/overview'>) {
  const user = await requireSession();
  const query = await searchParams;
  const { region, awsEndpoint } = env();
  const db = await getDb();
  const [{ domains, tenantsWithoutDomain }, quotas, states, { preflight }] = await Promise.all([
    listOverviewDomains(db),
    quotasInUse(db),
    readSyncStates(db),
    readConnection(db, { region, endpoint: awsEndpoint }),
  ]);
  const counts = countTenants(domains, tenantsWithoutDomain);
  const attention = needsAttention(domains);
  const now = Date.now();
  const empty = domains.length + tenantsWithoutDomain === 0;
  const unread = isUnread(states);
  const mayOnboard = may(user, 'tenants:onboard');
  return (
    <>
      <PageHeader
        title="Overview"
        description="The shared gateway and who is served by it."
        actions={mayOnboard && (!empty || unread) ? <OnboardLink /> : null}
      />
      {query.refused === 'role' ? (
        <Notice tone="amber" title="Your role does not allow that page" className="mb-4">
          You are {user.role}. Ask an administrator of this console.
        </Notice>
      ) : null}
      <LastSeenNotice states={states} now={now} />
      {preflight ? (
        <MissingNotice features={groupPermissions(preflight.permissions)} mayOpen={may(user, 'settings:manage')} />
      ) : null}
      {empty ? null : (
        <CountTiles
          tiles={tiles.map((headline) => ({
            headline,
            count: counts[headline],
            href: `/tenants?headline=${headlineSlug(headline)}`,
          }))}
        />
      )}
      <div className="grid gap-5">
        <GatewayCard view={readView(query)} domains={domains} unread={unread} />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <Card
            title="Needs attention"
            actions={
              attention.length > attentionLimit ? (
                <ButtonLink href="/tenants?sort=headline" size="sm">
                  All {attention.length}
                </ButtonLink>
              ) : null
            }
            flush
          >
            {empty ? (
              <EmptyState
                icon="users"
                title={unread ? 'No tenants known yet' : 'No tenants yet'}
                action={mayOnboard && !unread ? <OnboardLink /> : null}
              >
                Onboard the first one: a hostname, a certificate, and the paths it may reach.
              </EmptyState>
            ) : (
              <AttentionList domains={attention.slice(0, attentionLimit)} total={attention.length} now={now} />
            )}
          </Card>
          <Card title="Quotas in use" description="AWS's defaults; your account's may be higher.">
            <QuotaMeters quotas={quotas} />
          </Card>
        </div>
      </div>
    </>
  );
}

function OnboardLink() {
  return (
    <ButtonLink variant="primary" icon="plus" href="/tenants/new">
      Onboard tenant
    </ButtonLink>
  );
}
