import Link from 'next/link';
import { turnWords } from '@/components/domains/domain-words';
import { failingWords } from '@/components/domains/failing-words';
import { HeadlineBadge } from '@/components/domains/headline-badge';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/relative-time';
import type { OverviewDomain } from '@/lib/overview/model';

/** Domains that need somebody: what is, since when, whose turn. */
export function AttentionList({ domains, total, now }: { domains: OverviewDomain[]; total: number; now: number }) {
  if (total === 0) {
    return (
      <p className="flex items-center gap-2 px-4 py-5 text-ink-muted text-sm">
        <Icon name="circle-check" className="size-4 text-green" />
        Nothing needs anybody: no domain is broken, at risk or waiting for its tenant.
      </p>
    );
  }
  return (
    <ul>
      {domains.map((domain) => (
        <li
          key={domain.hostname}
          className="relative grid gap-x-4 gap-y-1 border-line border-b px-4 py-2.5 last:border-b-0 hover:bg-hover md:grid-cols-[10.5rem_minmax(0,1fr)_8rem]"
        >
          <div>
            <HeadlineBadge headline={domain.headline} still />
          </div>
          <div className="min-w-0">
            <Link
              href={`/tenants/${domain.tenantSlug}`}
              className="break-name font-medium text-sm after:absolute after:inset-0 hover:underline focus-visible:-outline-offset-2"
            >
              {domain.hostname}
            </Link>
            <p className="break-name text-ink-muted text-sm">
              {domain.sentence}
              {domain.failing === null ? null : ` ${failingWords(domain.failing, now)}`}
            </p>
          </div>
          <p className="text-ink-muted text-xs md:text-right">
            {turnWords(domain.actor, domain.headline)}
            <span className="md:hidden"> · </span>
            <span className="md:block">
              since <RelativeTime at={domain.since} now={now} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
