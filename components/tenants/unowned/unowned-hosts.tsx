import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { UnownedHost, UnownedThing } from '@/lib/tenants/unowned/model';

const kindWords: Record<UnownedThing['kind'], string> = {
  'gateway-domain': 'Gateway domain',
  mapping: 'Path',
  certificate: 'Certificate',
  record: 'Record',
};

/** What is unowned, by hostname. `choose` draws what can be chosen of a thing or of a host. */
export function UnownedHosts({
  hosts,
  choose,
  more,
}: {
  hosts: UnownedHost[];
  choose?: (host: UnownedHost, thing: UnownedThing) => ReactNode;
  more?: (host: UnownedHost) => ReactNode;
}) {
  return (
    <div className="grid gap-3">
      {hosts.map((host) => (
        <Card key={host.hostname} flush title={<span className="break-name font-mono">{host.hostname}</span>}>
          <ul>
            {host.things.map((thing) => (
              <li
                key={`${thing.kind} ${thing.id} ${thing.detail}`}
                className="flex items-start gap-3 border-line border-b px-4 py-2 text-sm last:border-b-0"
              >
                <span className="w-4 shrink-0 pt-0.5">{choose?.(host, thing)}</span>
                <span className="min-w-0 flex-1">
                  <span className="flex flex-wrap items-center gap-x-2">
                    <Badge>{kindWords[thing.kind]}</Badge>
                    <code className="break-name min-w-0 text-xs">{thing.id}</code>
                  </span>
                  <span className="break-name block text-ink-muted text-xs">{thing.detail}</span>
                  <span className="break-name block text-xs">{thing.why}</span>
                  {thing.kind === 'gateway-domain' && host.refusal !== null ? (
                    <span className="block text-ink-muted text-xs">{host.refusal}</span>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
          {more?.(host)}
        </Card>
      ))}
    </div>
  );
}
