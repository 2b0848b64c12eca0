import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import { type Tone, toneClasses } from '@/components/ui/tone';
import { type Expiry, expiryOf } from '@/lib/certificates/expiry';
import type { Certificate } from '@/lib/inventory/model';

const day = 86_400_000;
const tones: Record<Expiry['level'], Tone> = { fine: 'green', soon: 'amber', urgent: 'red', over: 'red' };

/** Share of a certificate's life that is over, as a bar, and how long it still has. Times are ISO-8601. */
export function Validity({
  type,
  notBefore,
  notAfter,
  now,
}: {
  type: Certificate['type'];
  notBefore: string | null;
  notAfter: string | null;
  now: number;
}) {
  if (!notBefore || !notAfter) return <span className="text-ink-muted text-xs leading-5.5">Not valid yet</span>;
  const [from, to] = [Date.parse(notBefore), Date.parse(notAfter)];
  const left = to - now;
  const share = Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from)));
  const expiry = expiryOf({ type, notBefore, notAfter, issuedAt: null, createdAt: null }, new Date(now));
  const tone = tones[expiry?.level ?? 'fine'];
  return (
    <div className="min-w-0">
      <p
        className={cn(
          'flex flex-wrap items-center gap-x-1 text-xs leading-5.5',
          tone === 'green' ? 'text-ink-muted' : [toneClasses[tone].text, 'font-medium'],
        )}
      >
        {tone === 'green' ? null : <Icon name="triangle-alert" className="size-3.5" />}
        {left > 0 ? `${days(left)} left` : `Expired ${days(-left)} ago`}
        {left > 0 ? <span className="font-normal text-ink-muted">of {days(to - from)}</span> : null}
      </p>
      <div aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-grey-line">
        <div
          className={cn('h-full rounded-full', toneClasses[tone].fill)}
          style={{ width: `${Math.round(share * 100)}%` }}
        />
      </div>
    </div>
  );
}

/** Certificates are planned in days; months would hide the last two weeks. */
function days(ms: number): string {
  const count = Math.floor(ms / day);
  return count === 0 ? 'less than a day' : `${count} ${count === 1 ? 'day' : 'days'}`;
}
