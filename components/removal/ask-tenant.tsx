import { CopyAll } from '@/components/tenants/page/copy-all';
import type { AskedRecord } from '@/lib/offboarding/model';

/** The records that the tenant takes out of its own DNS, and the message that asks for it. */
export function AskTenant({ records, text }: { records: AskedRecord[]; text: string }) {
  return (
    <div className="grid gap-2 rounded-lg border border-amber-line p-3 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 basis-48 font-medium">The tenant deletes at its own DNS provider</p>
        <CopyAll text={text} />
      </div>
      <ul className="grid gap-1">
        {records.map(({ type, name, value }) => (
          <li key={`${type} ${name}`} className="text-xs">
            <code className="break-name">
              {name} {type} {value}
            </code>
          </li>
        ))}
      </ul>
    </div>
  );
}
