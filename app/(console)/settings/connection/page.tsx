import type { Metadata } from 'next';
import { ConfirmDialog } from '@/components/connection/confirm-dialog';
import { ConnectionFacts } from '@/components/connection/connection-facts';
import { PolicyCard } from '@/components/connection/policy-card';
import { PreflightCard } from '@/components/connection/preflight-card';
import { RunAction } from '@/components/connection/run-action';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { requirePermission } from '@/lib/auth/session';
import { workerState } from '@/lib/boot/worker-state';
import { groupPermissions } from '@/lib/connection/group-permissions';
import { printAccount } from '@/lib/connection/model';
import { readConnection } from '@/lib/connection/read-connection';
import { readPolicies } from '@/lib/connection/read-policies';
import { env } from '@/lib/env';
import { getDb } from '@/lib/runtime';
import { confirmMutationsAction, refreshIdentityAction, runPreflightAction } from './actions';

export const metadata: Metadata = { title: 'Connection' };

export default async function ConnectionPage() {
  await requirePermission('settings:manage');
  const { target, region, awsEndpoint, awsRole, quotaScale, confirmMutations } = env();
  const db = await getDb();
  const connection = await readConnection(db, { region, endpoint: awsEndpoint });
  const { identity, failure, preflight, confirmed } = connection;
  const [policies, worker] = await Promise.all([readPolicies(db, identity), workerState(db)]);
  const now = Date.now();
  return (
    <>
      <PageHeader
        title="Connection"
        description="Which AWS account this console works in, in whose name, and what it may do there."
      />
      <div className="grid gap-5">
        {confirmMutations && confirmed === null ? (
          <Notice
            tone="red"
            icon="triangle-alert"
            title="Nothing is changed on AWS until an administrator confirms the account"
            action={
              identity ? (
                <ConfirmDialog account={identity.account} region={region} action={confirmMutationsAction} />
              ) : null
            }
          >
            {identity
              ? `Everything is read. Changes, those of the worker included, wait until account ${printAccount(identity.account)} in ${region} is confirmed.`
              : 'AWS has not said yet which account this is. Once it has, the account can be confirmed here.'}
          </Notice>
        ) : null}
        {failure ? (
          <Notice tone="amber" icon="cloud-off" title={failure.sentence}>
            {failure.fix}
            {identity ? ' What stands below was seen before.' : ''}
          </Notice>
        ) : null}
        <Card
          title="AWS account"
          description="As AWS itself answers it."
          actions={<RunAction label="Ask again" icon="refresh-cw" action={refreshIdentityAction} />}
        >
          <ConnectionFacts
            connection={connection}
            setup={{ target, region, endpoint: awsEndpoint, role: awsRole, quotaScale, worker, confirmMutations }}
            now={now}
          />
        </Card>
        <PreflightCard
          groups={preflight ? groupPermissions(preflight.permissions) : null}
          at={preflight?.at ?? null}
          now={now}
          action={runPreflightAction}
        />
        <PolicyCard policies={policies} role={awsRole?.roleArn ?? null} />
      </div>
    </>
  );
}
