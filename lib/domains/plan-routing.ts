import { wasLive } from '@/lib/domains/decide/view';
import type { DomainStatus } from '@/lib/domains/model';
import type { Observed, Subject } from '@/lib/domains/observed';
import { planRecords, type RecordPlan, targetOf } from '@/lib/domains/plan-records';
import { aliasRecords, wildcardNames } from '@/lib/domains/wanted-records';
import type { RecordSet } from '@/lib/inventory/model';

/**
 * What has to change in our zone so that the hostname leads to the gateway. Pure. Nothing, when a wildcard record of the
 * zone leads there already and the hostname has no records of its own.
 */
export function planRouting(subject: Subject, observed: Observed, previous: DomainStatus | null): RecordPlan {
  const domain = observed.gatewayDomain.known ? observed.gatewayDomain.value : null;
  if (domain === null || !observed.zoneRecords.known) return { state: 'equal' };
  const existing = observed.zoneRecords.value;
  const wanted = aliasRecords(subject.wanted.hostname, domain);
  if (coveredByWildcard(subject, existing, domain.targetName)) return { state: 'equal' };
  if (isCname(subject, existing, domain.targetName)) return { state: 'equal' };
  // What somebody confirmed were the records of that moment, not those that anybody makes later.
  return planRecords(wanted, existing, {
    ownValues: publishedBefore(previous),
    takeover: subject.takeoverConfirmed && !wasLive(previous),
  });
}

/** The nearest wildcard decides; any record at the hostname itself hides it (facts 9.3). */
function coveredByWildcard(subject: Subject, existing: RecordSet[], target: string | null): boolean {
  const { hostname } = subject.wanted;
  if (subject.zoneName === null || target === null) return false;
  if (existing.some((record) => record.name === hostname)) return false;
  for (const name of wildcardNames(hostname, subject.zoneName)) {
    const here = existing.filter((record) => record.name === name);
    if (here.length > 0) return here.some((record) => targetOf(record) === target);
  }
  return false;
}

/** A CNAME to the gateway, made by hand, does as well as an alias. */
function isCname(subject: Subject, existing: RecordSet[], target: string | null): boolean {
  const { hostname } = subject.wanted;
  return existing.some((record) => record.name === hostname && record.type === 'CNAME' && targetOf(record) === target);
}

/** Targets of earlier passes: a record that still holds one was published by us. */
export function publishedBefore(previous: DomainStatus | null): string[] {
  return (previous?.records ?? [])
    .filter((row) => row.purpose === 'routing' && row.actor === 'us')
    .map((row) => row.value);
}
