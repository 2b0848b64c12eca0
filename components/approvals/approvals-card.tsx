import { CallButton } from '@/components/changes/call-button';
import { StatusBadge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ActionResult } from '@/lib/actions/result';
import type { StageApproval } from '@/lib/approvals/model';
import { roleWithArticle } from '@/lib/auth/roles';
import type { Approvals } from '@/lib/changes/read-approvals';
import { AskForApproval, Decide } from './approval-dialogs';
import { decisionWords, standingLooks } from './standing-look';

type Call<Input> = (previous: null, input: Input) => Promise<ActionResult<unknown>>;

interface Props {
  number: number;
  version: number;
  approvals: Approvals;
  /** What the reader may do about each stage. */
  options: Record<string, { ask: boolean; decide: boolean; withdraw: boolean; note: string | null }>;
  actions: {
    request: Call<FormData>;
    decide: Call<FormData>;
    withdraw: Call<{ number: number; stage: string }>;
  };
  now: number;
}

/** The stages that need approval, how the change set stands with each, and everything that was said. */
export function ApprovalsCard({ number, version, approvals, options, actions, now }: Props) {
  if (approvals.stages.length === 0 && approvals.entries.length === 0) return null;
  return (
    <Card title="Approvals" id="approvals" flush>
      <ul>
        {approvals.stages.map((approval) => {
          const { stage, standing, approverRole } = approval;
          const look = standingLooks[standing];
          const option = options[stage];
          const about = { number, version, resultHash: approvals.resultHash, stage };
          return (
            <li key={stage} className="grid gap-2 border-line border-b px-4 py-3 text-sm">
              <p className="flex flex-wrap items-center justify-between gap-2">
                <span className="font-medium">{stage}</span>
                <StatusBadge tone={look.tone} icon={look.icon} variant="plain">
                  {look.word}
                </StatusBadge>
              </p>
              <p className="text-ink-muted">{sentenceOf(approval, version)}</p>
              {option?.note ? <p className="text-ink-muted text-xs">{option.note}</p> : null}
              {option && (option.ask || option.decide || option.withdraw) ? (
                <div className="flex flex-wrap gap-2">
                  {option.decide ? <Decide about={about} action={actions.decide} /> : null}
                  {option.ask ? <AskForApproval about={about} action={actions.request} /> : null}
                  {option.withdraw ? (
                    <CallButton
                      label="Withdraw"
                      accessibleLabel={`Withdraw for ${stage}`}
                      icon="undo-2"
                      variant="ghost"
                      size="sm"
                      input={{ number, stage }}
                      action={actions.withdraw}
                    />
                  ) : null}
                </div>
              ) : null}
              {standing === 'not-asked' ? (
                <p className="text-ink-muted text-xs">
                  It takes {roleWithArticle[approverRole]} who may deploy there and had no hand in it.
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
      {approvals.entries.length > 0 ? (
        <ol aria-label="What was said" className="grid gap-2 px-4 py-3 text-sm">
          {approvals.entries.map(({ id, userName, decision, stage, version: said, comment, at }) => (
            <li key={id}>
              <p className="break-name">
                {userName} {decisionWords[decision]} <span className="text-ink-muted">for {stage}</span>
              </p>
              {comment ? <p className="whitespace-pre-wrap break-words">{comment}</p> : null}
              <p className="text-ink-muted text-xs">
                Version {said}, <RelativeTime at={at} now={now} />
              </p>
            </li>
          ))}
        </ol>
      ) : null}
    </Card>
  );
}

function sentenceOf({ standing, last, stage }: StageApproval, version: number): string {
  const who = last?.userName ?? '';
  switch (standing) {
    case 'not-asked':
      return `${stage} serves only what a second person has approved.`;
    case 'asked':
      return `${who} waits for an answer.`;
    case 'approved':
      return `${who} has approved exactly this for ${stage}.`;
    case 'declined':
      return `${who} has declined it. Change it, or ask again.`;
    case 'outdated':
      return outdated(last?.decision ?? 'requested', who, last?.version === version);
    default:
      return standing satisfies never;
  }
}

function outdated(decision: string, who: string, sameVersion: boolean): string {
  const what = { approved: 'Approved', declined: 'Declined' }[decision] ?? 'Asked for';
  if (!sameVersion) return `${what} by ${who} for an earlier version. Ask again.`;
  return decision === 'approved'
    ? `Approved by ${who}, but the working copy has changed since, or ${who} may not approve any more. Ask again.`
    : `${what} by ${who}, but the working copy has changed since. Ask again.`;
}
