import 'server-only';
import { ListResourceRecordSetsCommand, type RRType } from '@aws-sdk/client-route-53';
import type { RecordSet } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { dnsName, required } from '../reshape';
import { reshapeRecordSet } from './reshape-record-set';

interface Cursor {
  StartRecordName?: string;
  StartRecordType?: RRType;
  StartRecordIdentifier?: string;
}

/**
 * The record sets of a zone.
 *
 * @param options.name only those of this name; AWS sorts by name, so that takes one call
 * @param options.maxPages stops after so many pages of 300; unlimited by default
 */
export async function listResourceRecordSets(
  aws: Aws,
  zoneId: string,
  options: { name?: string; maxPages?: number } = {},
): Promise<RecordSet[]> {
  const wanted = options.name === undefined ? null : dnsName(options.name);
  let pages = 0;
  const records = await collectPages(
    async (cursor: Cursor = wanted === null ? {} : { StartRecordName: `${wanted}.` }) => {
      pages += 1;
      const page = await aws.route53.send(
        new ListResourceRecordSetsCommand({ HostedZoneId: zoneId, MaxItems: wanted === null ? 300 : 100, ...cursor }),
      );
      const items = (page.ResourceRecordSets ?? []).map(reshapeRecordSet);
      const past = wanted !== null && items.some((record) => record.name !== wanted);
      const next: Cursor | undefined =
        required(page.IsTruncated, 'IsTruncated') && !past && pages !== options.maxPages
          ? {
              StartRecordName: page.NextRecordName,
              StartRecordType: page.NextRecordType,
              StartRecordIdentifier: page.NextRecordIdentifier,
            }
          : undefined;
      return { items, next };
    },
  );
  return wanted === null ? records : records.filter((record) => record.name === wanted);
}
