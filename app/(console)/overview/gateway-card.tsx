import { SearchForm } from '@/components/forms/search-form';
import { DomainsTable, RoutesTable } from '@/components/overview/gateway-tables';
import { PictureView } from '@/components/overview/picture-view';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { SegmentLinks } from '@/components/ui/segment-links';
import { textLinkClass } from '@/components/ui/text-link';
import { getGateway } from '@/lib/inventory/get-gateway';
import { readInventory } from '@/lib/inventory/read-inventory';
import { backEndOf } from '@/lib/overview/back-end-of';
import type { OverviewDomain } from '@/lib/overview/model';
import { drawPicture } from '@/lib/overview/picture';
import { getDb } from '@/lib/runtime';
import { type OverviewView, overviewHref } from './search-params';

/** Rows of the table before it refers to the list of tenants. */
const tableLimit = 50;

/** The shared gateway as a picture, or the same as tables. From the cache. */
export async function GatewayCard({
  view,
  domains,
  unread,
}: {
  view: OverviewView;
  domains: OverviewDomain[];
  /** AWS is still to be read for the first time. */
  unread: boolean;
}) {
  const db = await getDb();
  const [gateway, mappings] = await Promise.all([getGateway(db), readInventory(db, 'mapping')]);
  const wanted = view.search.toLowerCase();
  const found = wanted
    ? domains.filter((domain) =>
        [domain.hostname, domain.tenantName, domain.tenantSlug].some((text) => text.toLowerCase().includes(wanted)),
      )
    : domains;
  const toggle = (
    <div className="flex flex-wrap items-center gap-2">
      <SearchForm
        action="/overview"
        label="Find a domain or tenant in the picture"
        value={view.search}
        kept={[...new URLSearchParams(overviewHref(view, { search: '' }).split('?')[1] ?? '')]}
      />
      <SegmentLinks
        label="View"
        items={[
          { label: 'Picture', href: overviewHref(view, { view: 'picture' }), current: view.view === 'picture' },
          { label: 'Table', href: overviewHref(view, { view: 'table' }), current: view.view === 'table' },
        ]}
      />
    </div>
  );
  return (
    <Card title={gateway ? `Gateway ${gateway.restApi.name}` : 'Gateway'} actions={gateway ? toggle : null} flush>
      {!gateway ? (
        unread ? (
          <EmptyState icon="network" title="The gateway is being looked for">
            It appears here once AWS has been read.
          </EmptyState>
        ) : (
          <EmptyState icon="network" title="No shared gateway found">
            Tag your REST API with gatehouse:gateway, or name it with GATEHOUSE_REST_API_ID. It then appears here within
            a minute.
          </EmptyState>
        )
      ) : found.length === 0 && wanted ? (
        <EmptyState
          icon="search"
          title="No domain or tenant matches"
          action={<ButtonLink href={overviewHref(view, { search: '' })}>Show all</ButtonLink>}
        />
      ) : view.view === 'picture' ? (
        <PictureOf view={view} domains={found} mappings={mappings} gateway={gateway} />
      ) : (
        <>
          <DomainsTable domains={found.slice(0, tableLimit)} mappings={mappings} />
          {found.length > tableLimit ? (
            <p className="border-line border-b px-4 py-2.5 text-ink-muted text-sm">
              {tableLimit} of {found.length} domains. Search above, or see{' '}
              <a href="/tenants" className={textLinkClass}>
                all tenants
              </a>
              .
            </p>
          ) : null}
          <RoutesTable
            rows={gateway.resources
              .filter(({ methods }) => methods.length > 0)
              .map(({ path, methods }) => ({
                path,
                methods: methods.map(({ httpMethod }) => httpMethod),
                backEnds: dedupe(methods.map(({ integration }) => backEndOf(integration))),
              }))
              .sort((a, b) => a.path.localeCompare(b.path))}
          />
        </>
      )}
    </Card>
  );
}

function PictureOf({ view, ...input }: { view: OverviewView } & Omit<Parameters<typeof drawPicture>[0], 'open'>) {
  const picture = drawPicture({ ...input, open: view.open });
  const links = Object.fromEntries(
    picture.nodes.flatMap(({ id, kind, slug, headline, opened }) => {
      if (kind === 'domain' && slug) return [[id, `/tenants/${slug}`]];
      if (kind !== 'group' || !headline) return [];
      const open = opened ? view.open.filter((one) => one !== headline) : [...view.open, headline];
      return [[id, overviewHref(view, { open })]];
    }),
  );
  return <PictureView picture={picture} links={links} />;
}

function dedupe(backEnds: { name: string; kind: string }[]) {
  return [...new Map(backEnds.map((backEnd) => [backEnd.name, backEnd])).values()];
}
