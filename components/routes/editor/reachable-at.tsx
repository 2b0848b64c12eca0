import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { textLinkClass } from '@/components/ui/text-link';
import type { RouteFacts } from '@/lib/routes/model';

const shown = 3;

/** Under which addresses tenants' clients reach the route, with links to the tenants. */
export function ReachableAt({ path, domains }: Pick<RouteFacts, 'path' | 'domains'>) {
  if (domains.length === 0) {
    return <p className="text-ink-muted text-sm">No domain leads to the gateway yet.</p>;
  }
  const [first, rest] = [domains.slice(0, shown), domains.slice(shown)];
  return (
    <div className="grid gap-1 text-sm">
      <List path={path} domains={first} />
      {rest.length > 0 ? (
        <details>
          <summary className="text-ink-muted text-xs hover:text-ink hover:underline">and {rest.length} more</summary>
          <div className="mt-1 max-h-72 overflow-auto">
            <List path={path} domains={rest} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

function List({ path, domains }: Pick<RouteFacts, 'path' | 'domains'>) {
  return (
    <ul className="grid gap-1">
      {domains.map(({ name, basePath, stage, tenantSlug }) => {
        const prefix = `${basePath === '' ? '' : `/${basePath}`}${stage === null ? '/STAGE' : ''}`;
        return (
          <li key={`${name}/${basePath}`} className="flex flex-wrap items-center gap-x-2">
            <code className="break-name text-xs">
              https://{name}
              {prefix}
              {path}
            </code>
            {stage === null ? null : <Badge>{stage}</Badge>}
            {tenantSlug === null ? null : (
              <Link href={`/tenants/${tenantSlug}`} prefetch={false} className={`${textLinkClass} text-xs`}>
                {tenantSlug}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
