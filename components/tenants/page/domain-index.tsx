import { turnWords } from '@/components/domains/domain-words';
import { HeadlineBadge } from '@/components/domains/headline-badge';
import { Card } from '@/components/ui/card';
import type { DomainView } from '@/lib/tenants/model';

/** The domains of a tenant that has several: how each stands, and the way down to it. */
export function DomainIndex({ domains }: { domains: DomainView[] }) {
  return (
    <Card title={`${domains.length} domains`} flush>
      <ul className="divide-y divide-line text-sm">
        {domains.map((domain) => (
          <li
            key={domain.id}
            className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-hover sm:grid sm:grid-cols-[minmax(0,1fr)_11rem_8rem]"
          >
            <a
              href={`#${domain.hostname}`}
              className="break-name min-w-0 font-medium after:absolute after:inset-0 hover:underline focus-visible:-outline-offset-2"
            >
              {domain.hostname}
            </a>
            <HeadlineBadge headline={domain.headline} variant="plain" still />
            <span className="text-ink-muted text-xs">{turnWords(domain.actor, domain.headline)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
