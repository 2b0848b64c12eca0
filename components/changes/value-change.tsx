import { ScrollRegion } from '@/components/ui/scroll-region';
import type { Difference, FieldValue } from '@/lib/gateway/edits';

/** A difference's values before and after, in full. */
export function ValueChange({ difference }: { difference: Difference }) {
  const before = difference.change === 'added' ? undefined : difference.before;
  const after = difference.change === 'removed' ? undefined : difference.after;
  return (
    <div className="mt-1.5 mb-1 grid gap-2 text-xs sm:grid-cols-2">
      <Side title="Before" value={before} tone="border-red-line" />
      <Side title="After" value={after} tone="border-green-line" />
    </div>
  );
}

function Side({ title, value, tone }: { title: string; value: FieldValue | object | undefined; tone: string }) {
  const text = textOf(value);
  return (
    <figure className={`min-w-0 rounded-md border-l-2 bg-sunken px-2.5 py-1.5 ${tone}`}>
      <figcaption className="text-ink-muted">{title}</figcaption>
      {text === null ? (
        <p className="text-ink-muted">nothing</p>
      ) : (
        <ScrollRegion label={title} className="mt-0.5 max-h-72">
          <pre className="break-name whitespace-pre-wrap font-mono">{text}</pre>
        </ScrollRegion>
      )}
    </figure>
  );
}

function textOf(value: FieldValue | object | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
