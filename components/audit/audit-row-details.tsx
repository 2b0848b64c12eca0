'use client';
import { WhenOpen } from '@/components/tables/when-open';
import type { AuditEntry } from '@/lib/audit/model';
import { AuditDetails } from './audit-details';

/** The details of one row of the log, made once it is opened. */
export function AuditRowDetails({ entry, open }: { entry: AuditEntry; open: boolean }) {
  return <WhenOpen open={open} render={() => <AuditDetails entry={entry} />} />;
}
