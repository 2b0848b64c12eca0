import { actorWords } from '@/components/domains/headline-look';
import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { type Tone, toneClasses } from '@/components/ui/tone';
import type { CertificateConcern } from '@/lib/certificates/watch/model';

/** What the look at a certificate's renewal found, with what to do and whose turn it is. */
export function ConcernList({ concerns }: { concerns: readonly CertificateConcern[] }) {
  return (
    <ul className="grid gap-2 text-sm">
      {concerns.map((concern) => {
        const tone = toneOf(concern);
        return (
          <li key={`${concern.code}${concern.sentence}`} className="flex items-start gap-2">
            <Icon
              name={tone === 'grey' ? 'info' : 'triangle-alert'}
              className={cn('mt-1 size-3.5', toneClasses[tone].text)}
            />
            <span className="break-name min-w-0">
              {concern.sentence}{' '}
              <span className="text-ink-muted">
                {concern.fix} {concern.actor === 'nobody' ? null : `${actorWords[concern.actor]}.`}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Grey: nothing to worry about by itself. */
export function toneOf({ code, urgent }: CertificateConcern): Tone {
  if (urgent) return 'red';
  return code === 'not-in-use' || code === 'imported' ? 'grey' : 'amber';
}
