import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CreateStageDialog } from '@/components/deployments/create-stage-dialog';
import { ChipLinks } from '@/components/forms/chip-links';
import { isUnread, LastSeenNotice } from '@/components/layout/last-seen-notice';
import { NoGateway } from '@/components/routes/no-gateway';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { LimitsNotice } from '@/components/users/limits-notice';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { readDeploymentsPage } from '@/lib/deployments/read-deployments-page';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { getDb } from '@/lib/runtime';
import { createStageAction } from './actions';
import { StageView } from './stage-view';

export const metadata: Metadata = { title: 'Deployments' };

export default async function DeploymentsPage({ searchParams }: PageProps<'/deployments'>) {
  const user = await requireSession();
  const { stage } = await searchParams;
  const db = await getDb();
  const [page, states] = await Promise.all([
    readDeploymentsPage(db, typeof stage === 'string' ? stage : null, user.tenants),
    readSyncStates(db),
  ]);
  const mayCreate = may(user, 'stages:create');
  const kinds = states.filter(({ kind }) => kind === 'rest-api' || kind === 'resource' || kind === 'stage');
  if (page !== null && page.stage === null && page.stages.length > 0) notFound();
  return (
    <>
      <PageHeader
        title="Deployments"
        description="What each stage serves, what it served before, and the way back."
        actions={
          page ? (
            <>
              <ButtonLink icon="arrow-left-right" href="/deployments/compare">
                Compare
              </ButtonLink>
              {mayCreate ? (
                <CreateStageDialog
                  action={createStageAction}
                  deployments={page.deployments.map(({ id, description, createdAt }) => ({
                    id,
                    title: `${description ?? 'No description'} (${id}, ${createdAt.slice(0, 10)})`,
                  }))}
                />
              ) : null}
            </>
          ) : null
        }
      />
      <LimitsNotice grants={user} permission="stages:deploy" what="stages" />
      <LastSeenNotice states={kinds} now={Date.now()} />
      {page === null ? (
        <NoGateway unread={isUnread(kinds)} />
      ) : page.stage === null ? (
        <Card flush>
          <EmptyState icon="rocket" title="No stage yet">
            Nothing of the gateway is reachable before a deployment has made a stage.
          </EmptyState>
        </Card>
      ) : (
        <>
          <div className="mb-4">
            <ChipLinks
              label="Stages"
              items={page.stages.map(({ name, differences }) => ({
                label: name,
                count: differences ? `${differences} not deployed` : null,
                href: `/deployments?stage=${encodeURIComponent(name)}`,
                current: name === page.stage?.name,
              }))}
            />
          </div>
          <StageView page={page} stage={page.stage} user={user} now={Date.now()} />
        </>
      )}
    </>
  );
}
