import type { Metadata } from 'next';
import { BrokenNotice } from '@/components/audit/broken-notice';
import { MissingNotice } from '@/components/connection/missing-notice';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { AttentionList } from '@/components/overview/attention-list';
import { CertificateAttention } from '@/components/overview/certificate-attention';
import { CountTiles } from '@/components/overview/count-tiles';
import { QuotaMeters } from '@/components/overview/quota-meters';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { readBreak } from '@/lib/audit/keep/read-break';
import { may, permissionNames } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { whyNot } from '@/lib/auth/why-not';
import { readEndangered } from '@/lib/certificates/read-endangered';
import { waitingFor } from '@/lib/changes/waiting-for-approval';
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
  const [{ domains, tenantsWithoutDomain }, quotas, states, { preflight }, waiting, auditBreak, endangered] =
    await Promise.all([
      listOverviewDomains(db, user.tenants),
      quotasInUse(db),
      readSyncStates(db),
      readConnection(db, { region, endpoint: awsEndpoint }),
      waitingFor(db, user),
      readBreak(db),
      readEndangered(db, user.tenants),
    ]);
  const counts = countTenants(domains, tenantsWithoutDomain);
  const attention = needsAttention(domains);
  const now = Date.now();
  const empty = domains.length + tenantsWithoutDomain === 0;
  const unread = isUnread(states);
  const asked = permissionNames.find((name) => name === query.refused);
  const refused = asked ? whyNot(user, asked) : null;
  const mayOnboard = may(user, 'tenants:onboard');
  return (
    <>
      <PageHeader
        title="Overview"
        description="The shared gateway and who is served by it."
        actions={mayOnboard && (!empty || unread) ? <OnboardLink /> : null}
      />
      {refused ? (
        <Notice tone="amber" title="That page is not for you" className="mb-4">
          {refused.sentence} Ask an administrator of this console.
        </Notice>
      ) : null}
      {waiting.length > 0 ? (
        <Notice
          tone="amber"
          icon="shield-check"
          className="mb-4"
          title={
            waiting.length === 1
              ? 'A change set waits for your approval'
              : `${waiting.length} change sets wait for your approval`
          }
          action={
            <ButtonLink
              size="sm"
              href={waiting[0] && waiting.length === 1 ? `/changes/${waiting[0].number}` : '/changes?show=waiting'}
            >
              Look at {waiting.length === 1 ? 'it' : 'them'}
            </ButtonLink>
          }
        >
          {waiting
            .slice(0, 3)
            .map(({ number, name }) => `#${number} ${name}`)
            .join(', ')}
        </Notice>
      ) : null}
      {auditBreak ? <BrokenNotice broken={auditBreak.broken} at={auditBreak.at} now={now} className="mb-4" /> : null}
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
            {empty && user.tenants !== null ? (
              <EmptyState icon="users" title="No tenant is yours">
                An administrator says which tenants you deal with.
              </EmptyState>
            ) : empty ? (
              <EmptyState
                icon="users"
                title={unread ? 'No tenants known yet' : 'No tenants yet'}
                action={mayOnboard && !unread ? <OnboardLink /> : null}
              >
                Onboard the first one: a hostname, a certificate, and the paths it may reach.
              </EmptyState>
            ) : (
              <>
                {attention.length > 0 || endangered.length === 0 ? (
                  <AttentionList domains={attention.slice(0, attentionLimit)} total={attention.length} now={now} />
                ) : null}
                <CertificateAttention certificates={endangered} now={now} />
              </>
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
