import { cn } from '@/components/ui/cn';
import { Icon } from '@/components/ui/icon';
import type { ParsedName } from '@/lib/certificates/parse-names';

/** What becomes of each typed name, and what is wrong with it. */
export function NamesPreview({ names }: { names: ParsedName[] }) {
  if (names.length === 0) return null;
  const faults = names.filter(({ fault }) => fault !== null).length;
  return (
    <div>
      <p role="status" className="sr-only">
        {names.length} {names.length === 1 ? 'name' : 'names'}, {faults} to correct
      </p>
      <ul aria-label="Names as ACM gets them" className="grid gap-1 text-xs">
        {names.map(({ typed, ascii, unicode, fault, hint }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may be typed twice
          <li key={`${typed}${index}`} className="flex items-start gap-1.5">
            <Icon
              name={fault === null ? 'circle-check' : 'circle-alert'}
              label={fault === null ? 'Fine' : 'To correct'}
              className={cn('mt-0.5 size-3.5', fault === null ? 'text-green' : 'text-red')}
            />
            <span className="break-name min-w-0">
              <code>{ascii ?? typed}</code>
              {unicode === null ? null : <span className="text-ink-muted"> {unicode}</span>}
              {index === 0 && fault === null ? <span className="text-ink-muted"> · common name</span> : null}
              {fault === null ? null : <span className="text-red"> {fault}</span>}
              {hint === null ? null : <span className="text-ink-muted"> {hint}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
