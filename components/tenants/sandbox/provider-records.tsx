import { Button } from '@/components/ui/button';
import type { CustomerRecord } from '@/lib/sandbox-panel/model';

interface Props {
  records: CustomerRecord[];
  pending: boolean;
  /** Null for those who may not. */
  onRemove: ((record: CustomerRecord) => void) | null;
}

/** What the customer has at the DNS provider. */
export function ProviderRecords({ records, pending, onRemove }: Props) {
  if (records.length === 0) return <p className="text-ink-muted text-sm">The customer has no records there yet.</p>;
  return (
    <ul className="divide-y divide-line rounded-md border border-line text-xs">
      {records.map((record) => (
        <li key={`${record.type} ${record.name}`} className="flex items-center gap-3 py-1.5 pr-1.5 pl-3">
          <span className="w-12 shrink-0 font-medium text-ink-muted">{record.type}</span>
          <span className="grid min-w-0 flex-1 gap-x-3 sm:grid-cols-2">
            <code className="break-name min-w-0">{record.name}</code>
            <code className="break-name min-w-0 text-ink-muted">{record.values.join(', ')}</code>
          </span>
          {onRemove === null ? null : (
            <Button
              size="sm"
              variant="ghost"
              icon="trash"
              iconOnly
              pending={pending}
              aria-label={`Remove the ${record.type} record ${record.name}`}
              onClick={() => onRemove(record)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
