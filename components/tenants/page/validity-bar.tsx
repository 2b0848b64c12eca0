import { Meter } from '@/components/ui/meter';

const day = 86_400_000;

/** How much of a certificate's life is over; amber in its last fifth, red in its last twentieth. */
export function ValidityBar({ notBefore, notAfter, now }: { notBefore: string; notAfter: string; now: number }) {
  const whole = Math.max(1, Date.parse(notAfter) - Date.parse(notBefore));
  const left = Date.parse(notAfter) - now;
  const share = left / whole;
  const days = Math.floor(left / day);
  return (
    <Meter
      label={`Valid to ${notAfter.slice(0, 10)}`}
      value={Math.min(whole, Math.max(0, whole - left))}
      max={whole}
      text={left <= 0 ? 'expired' : days === 0 ? 'ends today' : `${days} ${days === 1 ? 'day' : 'days'} left`}
      tone={share < 0.05 ? 'red' : share < 0.2 ? 'amber' : 'green'}
    />
  );
}
