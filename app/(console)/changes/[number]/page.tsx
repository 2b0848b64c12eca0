import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApprovalsCard } from '@/components/approvals/approvals-card';
import { AffectedList } from '@/components/changes/affected-list';
import { ApplyProgress } from '@/components/changes/apply-progress';
import { CallButton } from '@/components/changes/call-button';
import { ConflictsForm } from '@/components/changes/conflicts-form';
import { DifferenceList } from '@/components/changes/difference-list';
import { PlanList } from '@/components/changes/plan-list';
import { StageEffects } from '@/components/changes/stage-effects';
import { stateLooks } from '@/components/changes/state-look';
import { VersionsList } from '@/components/changes/versions-list';
import { FindingList } from '@/components/routes/finding-list';
import { StatusBadge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { LimitsNotice } from '@/components/users/limits-notice';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';
import { approvalOption } from '@/lib/changes/approval-options';
import { authorsOf } from '@/lib/changes/authors-of';
import { readProgress } from '@/lib/changes/read-progress';
import type { Review } from '@/lib/changes/review';
import { reviewChangeSet } from '@/lib/changes/review-change-set';
import { ExpectedError } from '@/lib/errors';
import { differenceKey } from '@/lib/gateway/difference-key';
import { sentenceOf } from '@/lib/gateway/sentence-of';
import { getDb } from '@/lib/runtime';
import {
  decideApprovalAction,
  requestApprovalAction,
  resolveConflictsAction,
  takeBackDifferencesAction,
  withdrawApprovalAction,
} from '../actions';
import { ChangeSetActions } from './change-set-actions';
import { StoppedNotice } from './stopped-notice';

type Props = PageProps<'/changes/[number]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Change set #${(await params).number}` };
}

export default async function ChangeSetPage({ params }: Props) {
  const user = await requireSession();
  const number = Number((await params).number);
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) notFound();
  const db = await getDb();
  const review = await reviewChangeSet(db, number, user.tenants).catch(missing);
  const { changeSet } = review;
  const progress = await readProgress(db, number);
  const authors = await authorsOf(db, { id: changeSet.id, number, authorName: changeSet.author.name });
  const look = stateLooks[changeSet.state];
  const mayEdit = may(user, 'change-sets:edit');
  const now = Date.now();
  const nothing = changeSet.state === 'draft' && review.differences.length === 0;
  const onlyStages =
    review.differences.length > 0 && review.differences.every(({ subject }) => subject.kind === 'stage');
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ label: 'Changes', href: '/changes' }, { label: `#${number}` }]} />}
        title={changeSet.name}
        badge={
          <StatusBadge tone={look.tone} icon={look.icon}>
            {look.word}
          </StatusBadge>
        }
        description={
          <>
            #{number} by {changeSet.author.name}, last changed <RelativeTime at={changeSet.updatedAt} now={now} />
            {changeSet.description ? <span className="block whitespace-pre-wrap">{changeSet.description}</span> : null}
          </>
        }
        actions={mayEdit ? <ChangeSetActions review={review} user={user} /> : null}
      />
      <LimitsNotice grants={user} permission="change-sets:edit" what="change sets" />
      <StoppedNotice review={review} mayEdit={mayEdit} />
      {changeSet.state === 'applied' ? <AppliedNotice review={review} now={now} /> : null}
      {progress.steps.length > 0 || changeSet.state === 'applying' || changeSet.state === 'undoing' ? (
        <Card
          title={changeSet.state === 'draft' ? 'The last run' : 'Progress'}
          description="What was called, in order. Interrupted, it goes on by itself from what AWS has."
          flush
          className="mb-5"
        >
          <ApplyProgress number={number} initial={progress} />
        </Card>
      ) : null}
      {review.conflicts.length > 0 ? (
        <Card
          frame="amber"
          className="mb-5"
          title={review.conflicts.length === 1 ? 'One conflict' : `${review.conflicts.length} conflicts`}
          description="Somebody else changed the same thing since this draft began. Choose what shall be."
        >
          {mayEdit ? (
            <ConflictsForm
              key={changeSet.version}
              number={number}
              version={changeSet.version}
              conflicts={review.conflicts}
              action={resolveConflictsAction}
            />
          ) : (
            <ul className="grid gap-2 text-sm">
              {review.conflicts.map(({ key, title, theirs, mine }) => (
                <li key={key}>
                  {title}: now {theirs}, here {mine}
                </li>
              ))}
            </ul>
          )}
        </Card>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <WhatChanges review={review} mayEdit={mayEdit} />
          <Card
            title="Who is affected"
            description={
              onlyStages
                ? 'As soon as it is applied: what is set on a stage needs no deployment.'
                : 'By the changed routes, once they are deployed.'
            }
          >
            {review.affected.some(({ domains }) => domains.length > 0) ? (
              <AffectedList affected={review.affected} />
            ) : (
              <p className="text-ink-muted text-sm">No tenant's domain leads to what changes here.</p>
            )}
          </Card>
        </div>
        <div className="grid gap-5">
          <ApprovalsCard
            number={number}
            version={changeSet.version}
            approvals={review.approvals}
            options={Object.fromEntries(
              review.approvals.stages.map((approval) => [
                approval.stage,
                approvalOption(user, approval, { state: changeSet.state, authors, empty: nothing }),
              ]),
            )}
            actions={{
              request: requestApprovalAction,
              decide: decideApprovalAction,
              withdraw: withdrawApprovalAction,
            }}
            now={now}
          />
          <Checks review={review} />
          {changeSet.state === 'applied' || changeSet.state === 'discarded' || nothing ? null : (
            <Card title="What applying does">
              <PlanList plan={review.plan} />
            </Card>
          )}
          {changeSet.state === 'discarded' || onlyStages || nothing ? null : (
            <Card title="Stages" description="What deploying the working copy would bring to each, beside this.">
              <StageEffects stages={review.stages} applied={changeSet.state === 'applied'} />
            </Card>
          )}
          <VersionsList versions={review.versions} now={now} />
        </div>
      </div>
    </>
  );
}

function WhatChanges({ review, mayEdit }: { review: Review; mayEdit: boolean }) {
  const { changeSet, differences, conflicts } = review;
  const draft = changeSet.state === 'draft';
  return (
    <Card
      flush
      title={differences.length === 1 ? '1 change' : `${differences.length} changes`}
      description={`${changeSet.state === 'applied' ? 'What it changed' : 'Against the working copy'}, by route. Open a line for the values before and after.`}
    >
      {differences.length === 0 ? (
        <EmptyState
          icon="git-pull-request-draft"
          title="Nothing changes"
          action={draft ? <ButtonLink href="/routes">Open the routes</ButtonLink> : null}
        >
          {!draft
            ? 'The gateway is like this already.'
            : conflicts.length > 0
              ? 'What is in conflict appears here once it is settled.'
              : 'Edit a route and save it: the change appears here.'}
        </EmptyState>
      ) : (
        <DifferenceList
          label="Changes"
          differences={differences}
          action={
            draft && mayEdit
              ? (difference) => (
                  <CallButton
                    label="Take back"
                    accessibleLabel={`Take back: ${sentenceOf(difference)}`}
                    size="sm"
                    variant="ghost"
                    input={{
                      number: changeSet.number,
                      version: changeSet.version,
                      keys: [differenceKey(difference)],
                    }}
                    action={takeBackDifferencesAction}
                  />
                )
              : undefined
          }
        />
      )}
    </Card>
  );
}

function Checks({ review: { findings } }: { review: Review }) {
  const { introduced, existing } = findings;
  return (
    <Card title="Checks" description={introduced.length === 0 ? 'Nothing stands out in what changes.' : undefined}>
      <FindingList label="Findings" findings={introduced} />
      {existing.length > 0 ? (
        <Disclosure
          className={introduced.length > 0 ? 'mt-3' : undefined}
          summary={
            existing.length === 1 ? '1 finding was there before' : `${existing.length} findings were there before`
          }
        >
          <FindingList label="Findings that were there before" findings={existing} />
        </Disclosure>
      ) : null}
    </Card>
  );
}

function AppliedNotice({ review: { changeSet, stages }, now }: { review: Review; now: number }) {
  const waiting = stages.filter(({ serves }) => serves === false);
  return (
    <Notice
      tone="green"
      className="mb-5"
      title={
        changeSet.deployStage && changeSet.deploymentId
          ? `Applied and deployed to ${changeSet.deployStage}`
          : 'Applied to the working copy'
      }
      action={
        waiting[0] ? (
          <ButtonLink
            variant="primary"
            size="sm"
            icon="rocket"
            href={`/deployments?stage=${encodeURIComponent(waiting[0].name)}`}
          >
            Deploy to {waiting[0].name}
          </ButtonLink>
        ) : (
          <ButtonLink
            size="sm"
            href={
              changeSet.deployStage ? `/deployments?stage=${encodeURIComponent(changeSet.deployStage)}` : '/deployments'
            }
          >
            Deployments
          </ButtonLink>
        )
      }
    >
      {changeSet.appliedBy}
      {changeSet.appliedAt ? (
        <>
          {', '}
          <RelativeTime at={changeSet.appliedAt} now={now} />
        </>
      ) : null}
      {waiting.length > 0 ? `. Not yet on ${waiting.map(({ name }) => name).join(', ')}.` : '.'}
    </Notice>
  );
}

function missing(error: unknown): never {
  if (error instanceof ExpectedError && error.code === 'not-found') notFound();
  throw error;
}
