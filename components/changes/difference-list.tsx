import Link from 'next/link';
import { withoutTitle } from '@/components/routes/without-title';
import { Badge } from '@/components/ui/badge';
import { SummaryChevron } from '@/components/ui/disclosure';
import { textLinkClass } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import { differenceKey } from '@/lib/gateway/difference-key';
import type { Difference } from '@/lib/gateway/edits';
import { sentenceOf } from '@/lib/gateway/sentence-of';
import { groupDifferences } from './group-differences';
import { ValueChange } from './value-change';

const looks: Record<Difference['change'], { tone: Tone; word: string }> = {
  added: { tone: 'green', word: 'new' },
  changed: { tone: 'blue', word: 'changed' },
  removed: { tone: 'red', word: 'removed' },
};

/**
 * Differences in words, grouped by route, each with its values before and after to open. `limit` shows the first so many groups and
 * counts the others. Works without script.
 */
export function DifferenceList({
  label,
  differences,
  limit = Number.POSITIVE_INFINITY,
  action,
}: {
  label: string;
  differences: readonly Difference[];
  limit?: number;
  /** What can be done about one difference, at the end of its line. */
  action?: (difference: Difference) => React.ReactNode;
}) {
  const groups = groupDifferences(differences);
  const shown = groups.slice(0, limit);
  const hidden = groups.slice(limit).reduce((sum, group) => sum + group.differences.length, 0);
  return (
    <>
      <ul aria-label={label}>
        {shown.map((group) => (
          <li key={group.title} className="border-line border-b px-4 py-3 last:border-b-0">
            <p className="break-name font-medium text-sm">
              {group.href ? (
                <Link href={group.href} className={textLinkClass}>
                  {group.title}
                </Link>
              ) : (
                group.title
              )}
            </p>
            <ul className="mt-1.5 grid gap-1.5">
              {group.differences.map((difference) => (
                <DifferenceLine
                  key={differenceKey(difference)}
                  title={group.title}
                  difference={difference}
                  action={action}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <p className="border-line border-t px-4 py-2.5 text-ink-muted text-sm">
          and {hidden} more {hidden === 1 ? 'difference' : 'differences'}
        </p>
      ) : null}
    </>
  );
}

function DifferenceLine({
  title,
  difference,
  action,
}: {
  /** Stands above the line, which doesn't repeat it. */
  title: string;
  difference: Difference;
  action?: (difference: Difference) => React.ReactNode;
}) {
  const { tone, word } = looks[difference.change];
  return (
    <li className="flex items-start gap-2 text-sm">
      <Badge tone={tone} className="mt-px w-16 shrink-0 justify-center">
        {word}
      </Badge>
      <details className="min-w-0 flex-1">
        <summary className="flex cursor-pointer items-start gap-1 rounded-sm leading-5.5 hover:underline hover:decoration-line-strong hover:underline-offset-3">
          <SummaryChevron className="mt-1" />
          <span className="break-name min-w-0">{withoutTitle(sentenceOf(difference), title)}</span>
        </summary>
        <ValueChange difference={difference} />
      </details>
      {action?.(difference)}
    </li>
  );
}
