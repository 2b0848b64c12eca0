import type { Metadata } from 'next';
import { StagePolicyForm } from '@/components/approvals/stage-policy-form';
import { isUnread } from '@/components/layout/last-seen-notice';
import { NoGateway } from '@/components/routes/no-gateway';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { listStagePolicies, type StagePolicy } from '@/lib/approvals/list-stage-policies';
import { may } from '@/lib/auth/permissions';
import { roleWithArticle } from '@/lib/auth/roles';
import { requirePermission } from '@/lib/auth/session';
import { whyNot } from '@/lib/auth/why-not';
import { readSyncStates } from '@/lib/inventory/read-sync-states';
import { getDb } from '@/lib/runtime';
import { protectStageAction } from './actions';

export const metadata: Metadata = { title: 'Approvals' };

export default async function StagesPage() {
  const user = await requirePermission('gateway:view');
  const db = await getDb();
  const [policies, states] = await Promise.all([listStagePolicies(db), readSyncStates(db)]);
  const mayProtect = may(user, 'stages:protect');
  return (
    <>
      <PageHeader
        title="Approvals"
        description="A stage can demand that a second person looks at what it is to serve. Nobody approves what they have worked on or asked for."
      />
      {policies === null ? (
        <NoGateway unread={isUnread(states)} />
      ) : policies.length === 0 ? (
        <Card flush>
          <EmptyState icon="rocket" title="No stage yet">
            Stages appear here once the gateway has one.
          </EmptyState>
        </Card>
      ) : (
        <Card
          title="Stages"
          description={mayProtect ? 'It counts from the next deployment on.' : whyNot(user, 'stages:protect')?.sentence}
          className="max-w-4xl"
          flush
        >
          <ul>
            {policies.map((policy) => (
              <li key={policy.stage} className="grid gap-2 border-line border-b px-4 py-3 last:border-b-0">
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{policy.stage}</span>
                  {policy.approverRole ? <Badge tone="violet">needs approval</Badge> : null}
                  {policy.gone ? <Badge tone="amber">no such stage</Badge> : null}
                </p>
                {mayProtect ? (
                  <StagePolicyForm
                    key={policy.approverRole ?? ''}
                    stage={policy.stage}
                    approverRole={policy.approverRole}
                    action={protectStageAction}
                  />
                ) : (
                  <p className="text-ink-muted text-sm">{wordsOf(policy)}</p>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function wordsOf({ approverRole }: StagePolicy): string {
  if (approverRole === null) return 'Needs no approval.';
  return `Serves only what a second person has approved, ${roleWithArticle[approverRole]} at least.`;
}
