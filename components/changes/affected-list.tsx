import Link from 'next/link';
import { Disclosure } from '@/components/ui/disclosure';
import { textLinkClass } from '@/components/ui/text-link';
import type { Affected } from '@/lib/gateway/blast-radius';
import { groupBy } from '@/lib/group-by';

type Reach = Affected['domains'][number];

const shownTenants = 8;
const shownUrls = 4;

/** Which tenants reach the changed routes, and under which addresses: by stage, since a change arrives with its deployment. */
export function AffectedList({ affected }: { affected: readonly Affected[] }) {
  const byStage = groupBy(
    affected.flatMap(({ path, verb, domains }) => domains.map((reach) => ({ route: `${verb} ${path}`, ...reach }))),
    ({ stage }) => stage,
  );
  return (
    <ul aria-label="Who is affected" className="grid gap-4">
      {[...byStage].map(([stage, reaches]) => (
        <li key={stage}>
          <p className="text-sm">
            On <strong className="font-medium">{stage}</strong>: {countOf(reaches)}
          </p>
          <Tenants reaches={reaches} />
        </li>
      ))}
    </ul>
  );
}

function Tenants({ reaches }: { reaches: (Reach & { route: string })[] }) {
  const named = reaches.filter(({ hidden }) => !hidden);
  const others = new Set(reaches.flatMap(({ hidden, url }) => (hidden ? url : []))).size;
  const tenants = [...groupBy(named, ({ tenantSlug, tenantName }) => tenantSlug ?? tenantName ?? '')];
  const rows = tenants.map(([key, members]) => <Tenant key={key} reaches={members} />);
  return (
    <>
      <ul className="mt-1.5 grid gap-1.5">{rows.slice(0, shownTenants)}</ul>
      {rows.length > shownTenants ? (
        <Disclosure className="mt-1.5" summary={`${rows.length - shownTenants} more`}>
          <ul className="grid gap-1.5">{rows.slice(shownTenants)}</ul>
        </Disclosure>
      ) : null}
      {others > 0 ? (
        <p className="mt-1.5 text-ink-muted text-sm">
          {named.length > 0 ? 'and ' : ''}
          {others} {others === 1 ? 'address' : 'addresses'} of tenants that you don't deal with
        </p>
      ) : null}
    </>
  );
}

function Tenant({ reaches }: { reaches: (Reach & { route: string })[] }) {
  const [first] = reaches;
  const urls = [...new Set(reaches.map(({ url }) => url))];
  return (
    <li className="text-sm">
      {first?.tenantSlug ? (
        <Link href={`/tenants/${first.tenantSlug}`} className={textLinkClass}>
          {first.tenantName ?? first.tenantSlug}
        </Link>
      ) : (
        <span className="text-ink-muted">No tenant</span>
      )}
      {urls.slice(0, shownUrls).map((url) => (
        <span key={url} className="break-name block font-mono text-ink-muted text-xs">
          {url}
        </span>
      ))}
      {urls.length > shownUrls ? (
        <span className="text-ink-muted text-xs">and {urls.length - shownUrls} more</span>
      ) : null}
    </li>
  );
}

function countOf(reaches: Reach[]): string {
  const tenants = new Set(reaches.flatMap(({ tenantSlug }) => tenantSlug ?? [])).size;
  const addresses = new Set(reaches.map(({ url }) => url)).size;
  return `${tenants} ${tenants === 1 ? 'tenant' : 'tenants'}, ${addresses} ${addresses === 1 ? 'address' : 'addresses'}`;
}
