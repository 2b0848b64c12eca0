import { Meter } from '@/components/ui/meter';

export interface Quota {
  name: string;
  /** Null before AWS was read for the first time. */
  used: number | null;
  limit: number;
}

const format = new Intl.NumberFormat('en');

/** AWS's quotas of resources with what is used of each; amber from 80 %, red from 95 %. */
export function QuotaMeters({ quotas }: { quotas: readonly Quota[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-3.5 sm:max-xl:grid-cols-2">
      {quotas.map(({ name, used, limit }) => {
        const share = (used ?? 0) / limit;
        return (
          <li key={name}>
            <Meter
              label={name}
              value={used ?? 0}
              max={limit}
              text={
                used === null
                  ? `not read yet, at most ${format.format(limit)}`
                  : `${format.format(used)} of ${format.format(limit)}`
              }
              tone={share >= 0.95 ? 'red' : share >= 0.8 ? 'amber' : 'accent'}
            />
          </li>
        );
      })}
    </ul>
  );
}
