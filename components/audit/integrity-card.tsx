import { RefreshEvery } from '@/components/layout/refresh-every';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { formatAbsoluteTime } from '@/components/ui/format-relative-time';
import { Meter } from '@/components/ui/meter';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ActionResult } from '@/lib/actions/result';
import type { AuditState } from '@/lib/audit/state';
import { BrokenNotice } from './broken-notice';
import { VerifyButton } from './verify-button';

const count = (value: number) => value.toLocaleString('en');
const agreeing = (checkpoints: number) =>
  checkpoints === 1 ? 'one signed checkpoint agrees' : `${count(checkpoints)} signed checkpoints agree`;

/** Whether the log is as it was written: chain, checkpoints, and the last verification. */
export function IntegrityCard({
  state,
  now,
  verify,
}: {
  state: AuditState;
  now: number;
  verify: (previous: null, input: undefined) => Promise<ActionResult>;
}) {
  const { running, asked, last, checkpoint, head } = state;
  const busy = running !== null || asked !== null;
  return (
    <Card
      title="Integrity"
      description="Each row is linked to the one before by its hash; the head of the chain is signed once a minute."
      actions={<VerifyButton action={verify} busy={busy} />}
    >
      <div className="grid gap-4">
        {busy ? <RefreshEvery seconds={2} /> : null}
        {running ? (
          <Meter
            label={`Being verified for ${running.by}`}
            value={running.rows}
            max={running.total}
            text={running.total > 0 ? `${count(running.rows)} of ${count(running.total)} rows` : 'begins'}
            tone="blue"
          />
        ) : asked ? (
          <Notice tone="blue" title={`Asked for by ${asked}`}>
            The worker begins within a few seconds.
          </Notice>
        ) : null}
        {state.failure ? (
          <Notice tone="amber" title="The last verification was not finished">
            {state.failure}
          </Notice>
        ) : null}
        {last === null ? (
          <Notice tone="grey" title="Not verified yet">
            The worker verifies the whole log once a day.
          </Notice>
        ) : last.verdict.whole ? (
          <Notice tone="green" title={`Whole: ${count(last.verdict.rows)} rows`}>
            Verified <RelativeTime at={last.at} now={now} /> for {last.by}, places {last.verdict.from ?? '–'} to{' '}
            {last.verdict.to ?? '–'}, {agreeing(last.verdict.checkpoints)}.
          </Notice>
        ) : (
          <BrokenNotice broken={last.verdict.broken} at={last.at} now={now} />
        )}
        {state.otherKeyId ? (
          <Notice tone="amber" title="Nothing is signed at the moment">
            The last checkpoint is signed by key <code>{state.otherKeyId}</code>, which this console does not know. Give
            all consoles the same <code>audit/signing-key.pem</code>, or put the other one&apos;s{' '}
            <code>signing-key.pub.pem</code> into <code>audit/known-keys</code>.
          </Notice>
        ) : null}
        <DescriptionList
          items={[
            { name: 'Rows in the chain', value: count(state.rows) },
            {
              name: 'Head',
              value: head ? (
                <span className="inline-flex items-start gap-1">
                  <span>
                    place {head.seq}, <code className="break-all text-xs">{head.hash}</code>
                  </span>
                  <CopyButton value={head.hash} label="the hash of the head" />
                </span>
              ) : null,
            },
            {
              name: 'Last checkpoint',
              value: checkpoint ? `place ${checkpoint.seq}, ${formatAbsoluteTime(new Date(checkpoint.at))}` : null,
            },
            { name: 'Signing key', value: state.keyId ? <code>{state.keyId}</code> : null },
            ...(last && last.verdict.older > 0
              ? [
                  {
                    name: 'Older than the chain',
                    value: `${count(last.verdict.older)} rows, vouched for by their number only`,
                  },
                ]
              : []),
            ...(state.removed
              ? [
                  {
                    name: 'Removed by retention',
                    value: `up to place ${state.removed.seq}, ${formatAbsoluteTime(new Date(state.removed.until))}`,
                  },
                ]
              : []),
          ]}
        />
        <p className="text-ink-muted text-xs">
          The same on the command line, also without this console: <code>npm run audit:verify</code>
        </p>
      </div>
    </Card>
  );
}
