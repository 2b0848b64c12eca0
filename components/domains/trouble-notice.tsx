import { actorWords } from '@/components/domains/headline-look';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Trouble } from '@/lib/domains/model';

/** Why the last AWS call or check failed, what happens next, and what AWS said about it. */
export function TroubleNotice({
  trouble,
  titled,
  now,
}: {
  trouble: Trouble;
  /** False where the sentence stands right above. */
  titled: boolean;
  now: number;
}) {
  return (
    <Notice tone={trouble.retryable ? 'amber' : 'red'} title={titled ? trouble.sentence : null}>
      <p>{trouble.fix}</p>
      <p className="text-xs">
        {trouble.retryable
          ? 'Gatehouse tries again by itself.'
          : `Gatehouse can't go on by itself. ${actorWords[trouble.actor]}.`}{' '}
        Seen <RelativeTime at={trouble.at} now={now} />.
      </p>
      <details className="mt-1 text-xs">
        <summary className="inline-block rounded-sm underline decoration-dotted underline-offset-2">
          What AWS said
        </summary>
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
          <dt>Code</dt>
          <dd className="break-name font-mono text-ink">{trouble.code}</dd>
          <dt>Operation</dt>
          <dd className="break-name font-mono text-ink">{trouble.operation ?? 'none'}</dd>
          <dt>Request id</dt>
          <dd className="break-name select-all font-mono text-ink">{trouble.requestId ?? 'none'}</dd>
        </dl>
      </details>
    </Notice>
  );
}
