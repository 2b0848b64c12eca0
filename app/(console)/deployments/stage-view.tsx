import Link from 'next/link';
import { DifferenceList } from '@/components/changes/difference-list';
import { DeployDialog } from '@/components/deployments/deploy-dialog';
import { PromoteDialog } from '@/components/deployments/promote-dialog';
import { RestoreButton } from '@/components/deployments/restore-button';
import { RollBackDialog } from '@/components/deployments/roll-back-dialog';
import { StageHistory } from '@/components/deployments/stage-history';
import { VariablesDialog } from '@/components/deployments/variables-dialog';
import { ExportMenu } from '@/components/routes/export-menu';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import { textLinkClass } from '@/components/ui/text-link';
import { type Grants, may } from '@/lib/auth/permissions';
import { roleWithArticle } from '@/lib/auth/roles';
import type { DeploymentsPage, StagePage } from '@/lib/deployments/read-deployments-page';
import { saveEditsAction } from '../routes/actions';
import { deployAction, promoteAction, restoreAsChangeSetAction, rollBackAction } from './actions';

/** One stage: what it serves, what is not deployed, its variables, its history. */
export function StageView({
  page,
  stage,
  user,
  now,
}: {
  page: DeploymentsPage;
  stage: StagePage;
  user: Grants;
  now: number;
}) {
  const mayDeploy = may(user, 'stages:deploy', { stage: stage.name });
  const mayEdit = may(user, 'change-sets:edit');
  const others = page.stages.flatMap(({ name }) =>
    name !== stage.name && may(user, 'stages:deploy', { stage: name }) ? [name] : [],
  );
  const served = page.deployments.find(({ id }) => id === stage.deploymentId);
  const since = stage.history.find(({ current }) => current)?.event.at ?? null;
  const pending = stage.undeployed?.length ?? 0;
  const rolledBack = stage.history[0]?.event.reason === 'rolled-back';
  return (
    <div className="grid gap-5">
      <Card
        title={stage.name}
        description={stage.description}
        actions={
          <div className="flex flex-wrap gap-2">
            <ExportMenu of={`stage:${stage.name}`} what={`Stage ${stage.name}`} />
            {others.length > 0 ? (
              <PromoteDialog
                from={stage.name}
                deploymentId={stage.deploymentId}
                stages={others}
                action={promoteAction}
              />
            ) : null}
            {mayDeploy ? (
              <DeployDialog
                stage={stage.name}
                workingHash={stage.workingHash ?? ''}
                disabled={pending === 0 || stage.workingHash === null}
                action={deployAction}
              >
                {stage.undeployed ? <WhatShips stage={stage} /> : null}
              </DeployDialog>
            ) : null}
          </div>
        }
      >
        <DescriptionList
          items={[
            {
              name: 'Serves',
              value: (
                <>
                  {served?.description ?? 'A deployment without description'}{' '}
                  <code className="text-ink-muted text-xs">{stage.deploymentId}</code>
                </>
              ),
            },
            { name: 'Since', value: since ? <RelativeTime at={since} now={now} /> : null },
            { name: 'Deployed by', value: served?.author ?? null },
            {
              name: 'Approval',
              value: stage.approverRole
                ? `Serves only what a second person has approved, ${roleWithArticle[stage.approverRole]} at least.`
                : 'Not needed',
            },
            { name: 'Domains that lead here', value: <Domains names={stage.domains} others={stage.otherDomains} /> },
          ]}
        />
      </Card>
      <Card
        title={pending === 0 ? 'Nothing to deploy' : `${pending} ${pending === 1 ? 'change' : 'changes'} not deployed`}
        description={
          stage.undeployed && pending === 0
            ? `${stage.name} serves the working copy as it is.`
            : 'In the working copy, not in what the stage serves, whoever made them.'
        }
        flush
        actions={
          <Link
            href={`/deployments/compare?left=stage:${encodeURIComponent(stage.name)}&right=working`}
            className={`${textLinkClass} text-xs`}
          >
            Compare
          </Link>
        }
      >
        {stage.undeployed === null ? (
          <div className="p-4">
            <Notice tone="grey" title="What the stage serves is not known yet">
              The next sync reads it from AWS's export.
            </Notice>
          </div>
        ) : pending > 0 ? (
          <>
            <DifferenceList label="Not deployed" differences={stage.undeployed} limit={15} />
            {mayEdit ? (
              <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t px-4 py-3 text-sm">
                <p className="min-w-0 flex-1 basis-64 text-ink-muted">
                  {rolledBack
                    ? `${stage.name} was rolled back: the next deployment would ship these again, unless the working copy goes back, too.`
                    : 'Not wanted? The working copy can go back to what the stage serves, reviewed like any other change.'}
                </p>
                <RestoreButton
                  deploymentId={stage.deploymentId}
                  label="Bring the working copy back"
                  action={restoreAsChangeSetAction}
                />
              </div>
            ) : null}
          </>
        ) : null}
      </Card>
      <Card
        title="Stage variables"
        description="Routes use them as ${stageVariables.name}. They are live at once, without a deployment."
        flush
        actions={
          mayEdit ? <VariablesDialog stage={stage.name} variables={stage.variables} action={saveEditsAction} /> : null
        }
      >
        <Variables variables={stage.variables} />
      </Card>
      <Card title="History" description="The newest first, each with its difference to the one before." flush>
        <StageHistory
          stage={stage.name}
          entries={stage.history}
          now={now}
          actions={({ event, deployment }) =>
            (mayEdit || mayDeploy) && deployment && event.deploymentId !== stage.deploymentId ? (
              <>
                {deployment.snapshot === 'unknown' || !mayEdit ? null : (
                  <RestoreButton deploymentId={event.deploymentId} action={restoreAsChangeSetAction} />
                )}
                {mayDeploy ? (
                  <RollBackDialog stage={stage.name} deploymentId={event.deploymentId} action={rollBackAction} />
                ) : null}
              </>
            ) : null
          }
        />
      </Card>
    </div>
  );
}

function WhatShips({ stage }: { stage: StagePage }) {
  const reach = stage.domains.length + stage.otherDomains;
  return (
    <>
      <p className="text-sm">
        {reach === 0
          ? 'No domain leads to this stage.'
          : `${reach} ${reach === 1 ? 'domain leads' : 'domains lead'} to this stage.`}
      </p>
      <div className="max-h-80 overflow-y-auto rounded-lg border border-line">
        <DifferenceList label="What goes live" differences={stage.undeployed ?? []} limit={50} />
      </div>
    </>
  );
}

function Domains({ names, others }: { names: string[]; others: number }) {
  const more = Math.max(names.length - 4, 0) + others;
  if (names.length === 0) return more === 0 ? 'none' : `${more} of other tenants`;
  const shown = names.slice(0, 4).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function Variables({ variables }: { variables: Record<string, string> }) {
  const rows = Object.entries(variables);
  if (rows.length === 0) {
    return (
      <EmptyState icon="layers" title="No variables">
        With one, the same route leads to another back end on each stage.
      </EmptyState>
    );
  }
  return (
    <Table label="Stage variables">
      <Thead>
        <Th>Name</Th>
        <Th>Value</Th>
      </Thead>
      <tbody>
        {rows.map(([name, value]) => (
          <Tr key={name}>
            <Td className="font-mono text-xs">{name}</Td>
            <Td className="break-name font-mono text-xs">{value}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
