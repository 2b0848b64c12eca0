import Link from 'next/link';
import { turnWords } from '@/components/domains/domain-words';
import { failingWords } from '@/components/domains/failing-words';
import { HeadlineBadge } from '@/components/domains/headline-badge';
import { liveWords } from '@/components/domains/history/history-words';
import { TinyStrip } from '@/components/domains/history/tiny-strip';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { rowLinkClass, Table, Td, Th, Thead, Tr } from '@/components/ui/table';
import { windowLengths } from '@/lib/domains/history/model';
import { segmentsOf } from '@/lib/domains/history/segments-of';
import { sharesOf } from '@/lib/domains/history/shares-of';
import type { TenantRow } from '@/lib/tenants/list-tenants';

type SortKey = 'name' | 'headline' | 'since';

export interface SortLinks {
  by: string;
  descending: boolean;
  href: (key: SortKey) => string;
}

/** Tenants, one row each, with the worst of their domains. On phones a row is a block: nothing is out of sight. */
export function TenantsTable({ rows, sort, now }: { rows: TenantRow[]; sort: SortLinks; now: number }) {
  return (
    <Table label="Tenants" className="table-fixed" stacked>
      <Thead>
        <SortableTh sort={sort} name="name" className="sm:w-[24%] xl:w-[20%]">
          Tenant
        </SortableTh>
        <Th className="w-[32%] max-sm:hidden xl:w-[27%]">Domains</Th>
        <SortableTh sort={sort} name="headline">
          Status
        </SortableTh>
        <Th className="w-28 max-xl:hidden">Turn</Th>
        <SortableTh sort={sort} name="since" className="w-28 max-lg:hidden">
          Since
        </SortableTh>
      </Thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.slug} interactive>
            <Td>
              <Link href={`/tenants/${row.slug}`} prefetch={false} className={rowLinkClass}>
                {row.name}
              </Link>
              <span className="block truncate text-ink-subtle text-xs">{row.slug}</span>
            </Td>
            <Td className="text-xs">
              <Hostnames row={row} />
            </Td>
            <Td>
              <span className="flex flex-wrap items-center gap-x-2">
                <HeadlineBadge headline={row.headline} variant="plain" still />
                {row.actor === 'nobody' ? null : (
                  <span className="text-ink-muted text-xs xl:hidden">{turnWords(row.actor, row.headline)}</span>
                )}
                <span className="ml-auto text-ink-subtle text-xs lg:hidden">
                  <RelativeTime at={row.since} now={now} />
                </span>
              </span>
              {/* A name that is simply live needs no explanation; the others stand out the more. */}
              {row.headline === 'Live' ? null : (
                <span className="break-name line-clamp-3 text-ink-muted text-xs" title={row.sentence}>
                  {row.sentence}
                  {row.failing === null ? null : ` ${failingWords(row.failing, now)}`}
                </span>
              )}
              <Week row={row} now={now} />
            </Td>
            <Td className="whitespace-nowrap text-ink-muted text-xs max-xl:hidden">
              {turnWords(row.actor, row.headline)}
            </Td>
            <Td className="text-ink-muted text-xs max-lg:hidden">
              <RelativeTime at={row.since} now={now} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const fewHoursMs = 6 * 3_600_000;

/** The last week of the domain that gives the headline. */
function Week({ row, now }: { row: TenantRow; now: number }) {
  const known = Date.parse(row.history[0]?.at ?? '');
  // Of a domain that has just come there is next to nothing to draw.
  if (!(now - known > fewHoursMs)) return null;
  const { ms, words } = windowLengths['7d'];
  const segments = segmentsOf(row.history, { from: now - ms, to: now });
  return (
    <span className="mt-1 block">
      <TinyStrip segments={segments} label={liveWords(sharesOf(segments), words)} />
    </span>
  );
}

function Hostnames({ row }: { row: TenantRow }) {
  if (row.domainCount === 0) return <span className="text-ink-subtle">no domain</span>;
  const more = row.domainCount - row.hostnames.length;
  return (
    <>
      {row.hostnames.map((hostname) => (
        <span key={hostname} className="block truncate" title={hostname}>
          {hostname}
        </span>
      ))}
      {more > 0 ? <span className="text-ink-subtle">and {more} more</span> : null}
    </>
  );
}

function SortableTh({
  sort,
  name,
  className,
  children,
}: {
  sort: SortLinks;
  name: SortKey;
  className?: string;
  children: string;
}) {
  const current = sort.by === name;
  return (
    <Th sort={current ? (sort.descending ? 'descending' : 'ascending') : undefined} className={className}>
      <Link
        href={sort.href(name)}
        prefetch={false}
        scroll={false}
        className="inline-flex items-center gap-1 rounded-sm hover:text-ink"
      >
        {children}
        <Icon
          name={current ? (sort.descending ? 'chevron-down' : 'chevron-up') : 'chevrons-up-down'}
          className={current ? 'size-3 text-ink' : 'size-3 text-ink-subtle'}
        />
      </Link>
    </Th>
  );
}
