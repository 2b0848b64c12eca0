import { ButtonLink } from '@/components/ui/button';

interface Props {
  page: number;
  pageSize: number;
  total: number;
  href: (page: number) => string;
}

/** Which rows these are, and links to the ones before and after. */
export function Pagination({ page, pageSize, total, href }: Props) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(total, page * pageSize);
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-2 text-ink-muted text-xs"
    >
      <p className="tabular-nums">
        {first} to {last} of {total}
      </p>
      {pages === 1 ? null : (
        <div className="ml-auto flex items-center gap-2">
          {page > 1 ? (
            <ButtonLink size="sm" icon="chevron-left" href={href(page - 1)} prefetch={false}>
              Previous
            </ButtonLink>
          ) : null}
          <span className="tabular-nums">
            Page {page} of {pages}
          </span>
          {page < pages ? (
            <ButtonLink size="sm" icon="chevron-right" href={href(page + 1)} prefetch={false}>
              Next
            </ButtonLink>
          ) : null}
        </div>
      )}
    </nav>
  );
}
