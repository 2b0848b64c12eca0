import { ApplyDialog } from '@/components/changes/apply-dialog';
import { CallButton } from '@/components/changes/call-button';
import { DiscardDialog, RenameDialog } from '@/components/changes/change-set-dialogs';
import { formatDuration } from '@/components/changes/format-duration';
import { type Grants, may } from '@/lib/auth/permissions';
import type { Review } from '@/lib/changes/review';
import { undoEditsAction } from '../../routes/actions';
import {
  applyChangeSetAction,
  discardChangeSetAction,
  renameChangeSetAction,
  stopApplyAction,
  undoApplyAction,
} from '../actions';

/** What can be done with a change set in its state. */
export function ChangeSetActions({ review, user }: { review: Review; user: Grants }) {
  const { changeSet, approvals, plan, conflicts, differences, stages, previousVersion } = review;
  const { number, version } = changeSet;
  switch (changeSet.state) {
    case 'draft':
      return (
        <>
          {previousVersion === null ? null : (
            <CallButton
              label="Undo last save"
              icon="undo-2"
              variant="ghost"
              input={{ number, version, to: null }}
              action={undoEditsAction}
            />
          )}
          <RenameDialog
            number={number}
            name={changeSet.name}
            description={changeSet.description}
            action={renameChangeSetAction}
          />
          <DiscardDialog
            number={number}
            version={version}
            edits={changeSet.edits.length}
            action={discardChangeSetAction}
          />
          <ApplyDialog
            number={number}
            version={version}
            workingHash={review.workingHash}
            name={changeSet.name}
            calls={plan.calls.length}
            duration={formatDuration(plan.durationMs)}
            disabled={conflicts.length > 0 || differences.length === 0}
            stages={stages
              .filter(({ name }) => may(user, 'stages:deploy', { stage: name }))
              .map(({ name, alsoShips, tenants }) => ({
                stage: name,
                tenants,
                alsoShips: alsoShips?.length ?? null,
                needsApproval: approvals.stages.some(
                  ({ stage, standing }) => stage === name && standing !== 'approved',
                ),
              }))}
            action={applyChangeSetAction}
          />
        </>
      );
    case 'applying':
    case 'undoing':
      return <CallButton label="Stop" icon="ban" variant="danger" input={{ number }} action={stopApplyAction} />;
    case 'applied':
      return <CallButton label="Undo in the working copy" icon="undo-2" input={{ number }} action={undoApplyAction} />;
    case 'stopped':
    case 'discarded':
      return null;
  }
}
