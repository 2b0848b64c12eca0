import 'server-only';
import { audited } from '@/lib/audit/audited';
import { changeResourceRecordSets } from '@/lib/aws/route-53/change-resource-record-sets';
import { listResourceRecordSets } from '@/lib/aws/route-53/list-resource-record-sets';
import type { Context } from '@/lib/context';
import { describeRecord, planRecords } from '@/lib/domains/plan-records';
import { validationRecords } from '@/lib/domains/wanted-records';
import { groupBy } from '@/lib/group-by';
import type { Certificate, HostedZone, RecordSet } from '@/lib/inventory/model';
import { putItems } from '@/lib/inventory/put-items';
import { readInventory } from '@/lib/inventory/read-inventory';
import { zoneOf } from './zone-of';

interface Published {
  /** Names of the records that were written. */
  written: string[];
  /** What came of it. */
  sentence: string;
}

/**
 * Publishes the validation records of a certificate that are missing in zones of ours. What is there already stays; what is there and says something
 * else is not ours to replace, and is named.
 *
 * @throws AwsError
 */
export async function publishValidation(ctx: Context, certificate: Certificate): Promise<Published> {
  const records = validationRecords(certificate);
  const zones = await readInventory(ctx.db, 'hosted-zone');
  const placed = records.map((record) => ({ record, zone: zoneOf(record.name, zones) }));
  const ours = placed.flatMap(({ record, zone }) => (zone === null ? [] : [{ record, zone }]));
  const written: string[] = [];
  const inTheWay: RecordSet[] = [];
  for (const [zoneId, entries] of groupBy(ours, ({ zone }) => zone.id)) {
    const missing = await missingIn(ctx, zoneId, entries);
    inTheWay.push(...missing.foreign);
    if (missing.records.length > 0) await write(ctx, zoneId, certificate, missing.records);
    written.push(...missing.records.map(({ name }) => name));
  }
  return { written, sentence: sentenceOf({ records, ours: ours.length, written, inTheWay }) };
}

async function missingIn(ctx: Context, zoneId: string, entries: { record: RecordSet; zone: HostedZone }[]) {
  const plans = await Promise.all(
    entries.map(async ({ record }) => {
      const existing = await listResourceRecordSets(ctx.aws, zoneId, { name: record.name });
      return { record, plan: planRecords([record], existing, { ownValues: [], takeover: false }) };
    }),
  );
  return {
    records: plans.flatMap(({ record, plan }) => (plan.state === 'change' ? record : [])),
    foreign: plans.flatMap(({ plan }) => (plan.state === 'conflict' ? plan.foreign : [])),
  };
}

async function write(ctx: Context, zoneId: string, certificate: Certificate, records: RecordSet[]): Promise<void> {
  const changes = records.map((record) => ({ action: 'CREATE' as const, record }));
  await audited(
    ctx,
    {
      action: 'domain.validation-published',
      resourceId: records[0]?.name ?? certificate.domainName,
      after: { zoneId, records, certificateArn: certificate.arn },
    },
    () => changeResourceRecordSets(ctx.aws, zoneId, changes, `Gatehouse: validation of ${certificate.domainName}`),
  );
  const seen = records.map((record) => ({ ...record, zoneId }));
  await putItems(ctx.db, 'record-set', seen, ctx.now());
}

function sentenceOf(given: { records: RecordSet[]; ours: number; written: string[]; inTheWay: RecordSet[] }): string {
  const { records, ours, written, inTheWay } = given;
  const [foreign] = inTheWay;
  if (foreign !== undefined) {
    return `Our zone has ${describeRecord(foreign)} at ${foreign.name}, which was not made here, where a validation record has to be. Remove it in Route 53 first.`;
  }
  if (records.length === 0) return 'ACM has not named the validation records yet; publish them in some seconds.';
  if (ours === 0) return 'None of the validation records belongs into a zone of ours.';
  const count = (n: number) => (n === 1 ? '1 validation record' : `${n} validation records`);
  const done =
    written.length === 0
      ? 'All validation records of our zones are there already.'
      : `${count(written.length)} published.`;
  const others = records.length - ours;
  return others === 0 ? done : `${done} ${count(others)} to publish by others.`;
}
