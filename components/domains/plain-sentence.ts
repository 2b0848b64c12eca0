import type { DnsRecordRow, DomainStatus } from '@/lib/domains/model';

/** Whether a sentence spells out a record that stands beside it anyway. Pure. */
export function repeatsRecord(sentence: string, records: readonly DnsRecordRow[]): boolean {
  return records.some(({ name, value }) => sentence.includes(name) && sentence.includes(value));
}

/**
 * What a domain's status says, without the names that the table of records below has to copy, and without what the notice
 * about the trouble says beside it. Pure.
 */
export function plainSentence({
  sentence,
  records,
  trouble,
}: Pick<DomainStatus, 'sentence' | 'records' | 'trouble'>): string {
  if (trouble !== null && sentence.startsWith(trouble.sentence)) return trouble.sentence;
  if (!repeatsRecord(sentence, records)) return sentence;
  const open = records.filter(({ verdict }) => verdict === 'missing' || verdict === 'wrong');
  const [first, ...rest] = open;
  if (first === undefined) return sentence;
  const what = rest.length === 0 ? `the ${first.purpose} record` : `${open.length} records`;
  return first.actor === 'tenant'
    ? `The tenant has to add ${what} below at its DNS provider.`
    : `The ${first.purpose} record below is not visible in the public DNS yet.`;
}
