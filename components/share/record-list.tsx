import { StatusBadge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import type { DnsRecordRow } from '@/lib/domains/model';
import { recordStates } from './share-words';

const purposes: Record<DnsRecordRow['purpose'], string> = {
  'certificate validation': 'Proves that the name is yours',
  routing: 'Leads the name to our service',
};

/** The records to make, each with all that a provider's form asks for, and what the DNS answers now. */
export function RecordList({ hostname, records }: { hostname: string; records: DnsRecordRow[] }) {
  return (
    <ul aria-label={`Records for ${hostname}`} className="grid gap-3">
      {records.map((record) => {
        const state = recordStates[record.verdict];
        return (
          <li
            key={`${record.type} ${record.name}`}
            className="grid gap-3 rounded-lg border border-line bg-surface p-3 sm:p-4"
          >
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <h4 className="font-medium text-sm">{purposes[record.purpose]}</h4>
              <StatusBadge tone={state.tone} icon={state.icon}>
                {state.word}
              </StatusBadge>
            </div>
            <dl className="grid gap-2 text-sm sm:grid-cols-[8rem_minmax(0,1fr)] sm:gap-x-4">
              <Part name="Type" value={record.type} of={record} />
              <Part name="Name" value={record.relativeName} of={record} />
              <Part name="Full name" value={record.name} of={record} />
              <Part name="Value" value={record.value} of={record} />
            </dl>
            {record.verdict === 'wrong' || record.verdict === 'later' ? <Instead record={record} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Part({ name, value, of }: { name: string; value: string; of: DnsRecordRow }) {
  return (
    <>
      <dt className="text-ink-muted max-sm:-mb-1 max-sm:text-xs max-sm:not-first:mt-1 sm:py-1.5">{name}</dt>
      <dd className="flex items-start justify-between gap-2 rounded-md bg-sunken py-1 pr-1 pl-2.5">
        <code className="break-name min-w-0 py-0.5 text-xs">{value}</code>
        <CopyButton value={value} label={`the ${name.toLowerCase()} of the ${of.type} for ${of.relativeName}`} />
      </dd>
    </>
  );
}

/** What stands at the name now. */
function Instead({ record: { verdict, observed, type, relativeName } }: { record: DnsRecordRow }) {
  const found = observed.length === 0 ? 'nothing that leads to us' : observed.join(', ');
  const apex = type === 'CNAME' && relativeName === '@';
  return (
    <p className="break-name text-ink-muted text-sm">
      {verdict === 'later'
        ? `At this moment the name leads to ${found}. Please leave it so until we agree on the moment.`
        : `The DNS answers ${found}. Please replace it by the record above.`}
      {apex ? " At the zone's own name a CNAME is impossible: use an ALIAS or ANAME record." : ''}
    </p>
  );
}
