import { CallButton } from '@/components/changes/call-button';
import { Notice } from '@/components/ui/notice';
import type { Review } from '@/lib/changes/review';
import { continueApplyAction, undoApplyAction } from '../actions';

/** Why a change set stands half done, or why its run waits, and the ways on. */
export function StoppedNotice({ review: { changeSet }, mayEdit }: { review: Review; mayEdit: boolean }) {
  const { number, state, failure, deployStage } = changeSet;
  if (failure === null) return null;
  if (state === 'applying' || state === 'undoing') {
    return (
      <Notice tone="amber" className="mb-5" title={failure.sentence}>
        It is tried again by itself.
      </Notice>
    );
  }
  if (state !== 'stopped') return null;
  return (
    <Notice
      tone="red"
      className="mb-5"
      title={failure.sentence}
      action={
        mayEdit ? (
          <span className="flex flex-wrap gap-2">
            <CallButton
              label={deployStage ? `Continue and deploy to ${deployStage}` : 'Continue'}
              icon="play"
              variant="primary"
              size="sm"
              input={{ number, deploy: true }}
              action={continueApplyAction}
            />
            {deployStage ? (
              <CallButton
                label="Continue without deploying"
                size="sm"
                input={{ number, deploy: false }}
                action={continueApplyAction}
              />
            ) : null}
            <CallButton
              label="Undo what was done"
              icon="undo-2"
              size="sm"
              input={{ number }}
              action={undoApplyAction}
            />
          </span>
        ) : null
      }
    >
      {failure.fix ? <span className="block">{failure.fix}</span> : null}
      Part of it is in the working copy; no stage serves it unless the list below says so.
    </Notice>
  );
}
