import { ButtonLink } from '@/components/ui/button';

/** Foot of a long list: what is shown, and the ways on. A way that is not there has no `href`. */
export function Pager({
  text,
  previous,
  next,
}: {
  text: string;
  previous?: { label: string; href: string } | null;
  next?: { label: string; href: string } | null;
}) {
  return (
    <nav
      aria-label="Pages"
      className="flex min-h-12 flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-2"
    >
      <p className="text-ink-muted text-xs tabular-nums">{text}</p>
      <div className="flex gap-2">
        {previous ? (
          <ButtonLink size="sm" icon="chevron-left" href={previous.href}>
            {previous.label}
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink size="sm" href={next.href}>
            {next.label}
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}
