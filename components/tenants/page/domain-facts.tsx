import type { ReactNode } from 'react';
import { turnWords } from '@/components/domains/domain-words';
import { RelativeTime } from '@/components/ui/relative-time';
import type { DomainView } from '@/lib/tenants/model';
import { NextCheck } from './next-check';

/** Since when the headline holds, whose turn it is, when somebody looks next, and until when. */
export function DomainFacts({ domain, now }: { domain: DomainView; now: number }) {
  const deadline = domain.status?.deadline ?? null;
  const checkedAt = domain.status?.checkedAt ?? null;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:flex sm:flex-wrap">
      <Fact name="Since">
        <RelativeTime at={domain.since} now={now} />
      </Fact>
      <Fact name="Turn">{turnWords(domain.actor, domain.headline)}</Fact>
      <Fact name="Last check">{checkedAt === null ? 'none yet' : <RelativeTime at={checkedAt} now={now} />}</Fact>
      <Fact name="Next check">
        <NextCheck domainId={domain.id} />
      </Fact>
      <Fact name="Deadline">{deadline === null ? 'none' : <RelativeTime at={deadline} now={now} />}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-24">
      <dt className="text-ink-subtle text-xs">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
