import type { DomainView } from '@/lib/tenants/model';
import { keptSentence, removedThings } from './removed-things';

/** What goes with a tenant, in the order in which it goes, and what stays. */
export function RemovalPlan({ domains }: { domains: DomainView[] }) {
  const stays = domains.flatMap((domain) => keptSentence(domain) ?? []);
  const own = domains.filter((domain) => domain.kind === 'customer');
  return (
    <div className="grid gap-3 text-sm">
      {domains.map((domain) => (
        <div key={domain.id}>
          <h3 className="break-name font-medium">{domain.hostname}</h3>
          <ol className="ml-4 list-decimal text-ink-muted">
            {removedThings(domain).map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ol>
        </div>
      ))}
      <div>
        <h3 className="font-medium">What stays</h3>
        <ul className="ml-4 list-disc text-ink-muted">
          {stays.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {own.length > 0 ? (
            <li>The records at the tenant's own DNS provider: ask the tenant to delete them.</li>
          ) : null}
          <li>The tenant's story in the audit log.</li>
        </ul>
      </div>
    </div>
  );
}
