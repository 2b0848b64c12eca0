import { Badge } from '@/components/ui/badge';
import type { ExplainedMapping } from '@/lib/explain/model';

/** Each mapping as it is written, and what it comes to for this request; what `before` has otherwise is marked. */
export function MappingsPart({
  mappings,
  before,
}: {
  mappings: ExplainedMapping[];
  before: ExplainedMapping[] | null;
}) {
  if (mappings.length === 0) return <p className="text-ink-muted text-sm">None.</p>;
  return (
    <ul className="grid gap-2">
      {mappings.map(({ target, expression, values, sentence }) => (
        <li key={target} className="text-sm">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="break-name font-medium">{target}</span>
            <span className="break-name font-mono text-ink-muted text-xs">← {expression}</span>
            <Mark mapping={{ target, expression, values, sentence }} before={before} />
          </p>
          {values.length === 0 ? (
            <p>
              <Badge>left out: the request has no such value</Badge>
            </p>
          ) : (
            values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: values may repeat, and their order counts
              <p key={`${index} ${value}`} className="break-name font-mono text-xs">
                <span className="text-ink-muted">=</span> {value === '' ? '(empty)' : value}
              </p>
            ))
          )}
          {sentence ? <p className="text-ink-muted text-xs">{sentence}</p> : null}
        </li>
      ))}
    </ul>
  );
}

function Mark({ mapping, before }: { mapping: ExplainedMapping; before: ExplainedMapping[] | null }) {
  if (before === null) return null;
  const old = before.find(({ target }) => target === mapping.target);
  if (!old) return <Badge tone="green">new</Badge>;
  const isSame = old.expression === mapping.expression && old.values.join('\n') === mapping.values.join('\n');
  return isSame ? null : <Badge tone="blue">changed</Badge>;
}
