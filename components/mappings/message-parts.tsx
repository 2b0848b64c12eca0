import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';

/** Body and notes of a previewed message. */
export function MessageParts({ body, notes }: { body: string | null; notes: readonly string[] }) {
  return (
    <>
      {body ? (
        <ScrollRegion label="Body" className="max-h-72 rounded-md border border-line bg-surface">
          <pre className="break-name whitespace-pre-wrap px-2.5 py-1.5 font-mono text-xs">{body}</pre>
        </ScrollRegion>
      ) : null}
      {notes.map((note) => (
        <p key={note} className="flex items-start gap-1 text-ink-muted text-xs">
          <Icon name="info" className="mt-px size-3.5 shrink-0" />
          <span>{note}</span>
        </p>
      ))}
    </>
  );
}
