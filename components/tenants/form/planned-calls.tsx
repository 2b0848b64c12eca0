import { Badge } from '@/components/ui/badge';
import type { PlannedCall } from '@/lib/domains/plan';

const who: Record<PlannedCall['who'], string> = { console: 'Gatehouse', tenant: 'Tenant', aws: 'AWS' };

const services: Record<PlannedCall['service'], string> = {
  acm: 'ACM',
  route53: 'Route 53',
  apigateway: 'API Gateway',
  dns: 'DNS',
  https: 'HTTPS',
};

/** What will happen, in order: who does it, why, how long it takes and which quota of AWS paces it. */
export function PlannedCalls({ calls }: { calls: PlannedCall[] }) {
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface text-sm">
      {calls.map((call, index) => (
        <li
          key={`${call.operation} ${call.why}`}
          className="grid grid-cols-[1rem_minmax(0,1fr)] items-start gap-x-3 px-3 py-2 sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]"
        >
          <span className="text-right text-ink-subtle tabular-nums">{index + 1}</span>
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="text-ink-muted">{services[call.service]}</span>
              <code className="break-name font-medium">{call.operation}</code>
              <Badge tone={call.who === 'tenant' ? 'amber' : 'grey'}>{who[call.who]}</Badge>
            </span>
            <span className="break-name block text-ink-muted">{call.why}</span>
            {call.quota ? <span className="block text-ink-subtle text-xs">{call.quota}</span> : null}
          </span>
          <span className="whitespace-nowrap text-ink-muted text-xs tabular-nums max-sm:col-start-2">
            {describeSeconds(call.seconds)}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** About how long: `5 s`, `2 min`, `up to the tenant`. */
export function describeSeconds(seconds: number | null): string {
  if (seconds === null) return 'up to the tenant';
  if (seconds < 1) return 'at once';
  return seconds < 90 ? `about ${Math.round(seconds)} s` : `about ${Math.round(seconds / 60)} min`;
}
