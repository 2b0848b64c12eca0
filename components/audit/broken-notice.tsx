import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { textLinkClass } from '@/components/ui/text-link';
import type { Break } from '@/lib/audit/chain/verdict';
import { wordsOfAction } from './action-words';

/** Says that the log is not as it was written, and where that begins. */
export function BrokenNotice({
  broken,
  at,
  now,
  className,
}: {
  broken: Break;
  at: string;
  now: number;
  className?: string;
}) {
  const { seq, eventId, action, sentence } = broken;
  const place = seq === null ? 'outside of the chain' : `at place ${seq}`;
  return (
    <Notice tone="red" title={`The audit log is broken ${place}`} className={className}>
      <p>
        {sentence}{' '}
        {eventId === null ? null : (
          <>
            It is{' '}
            <Link href={`/audit?before=${eventId + 1}&event=${eventId}`} className={textLinkClass}>
              event {eventId}
            </Link>
            {action ? ` (${wordsOfAction(action)})` : ''}.{' '}
          </>
        )}
        Found <RelativeTime at={at} now={now} />.
      </p>
      <p>
        Somebody changed the database past the console. Keep a copy of it and of the data directory, compare it with a
        backup and with what was streamed, and look who has the rights to do this.
      </p>
    </Notice>
  );
}
