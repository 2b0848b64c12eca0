import type { AskedRecord, RemovalPreview, RemovalReport } from './model';
import { fateWords, itemWord, removalTitle } from './removal-words';

/** The list of a removal before it begins, as a text file. Pure. */
export function previewText(preview: RemovalPreview): string {
  const lines = [
    `Removal of ${preview.hostname ?? `the tenant ${preview.tenantName} (${preview.tenantSlug})`}: what it comes to`,
    `Read from AWS at ${preview.at}. Nothing has been removed.`,
    ...section(`Tenant ${preview.tenantSlug}`, preview.tenant),
    ...preview.domains.flatMap(({ hostname, items, askRecords }) => [
      ...section(hostname, items),
      ...(askRecords.length === 0
        ? []
        : ['', 'The tenant removes at its own DNS provider:', ...recordLines(askRecords)]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, items: RemovalPreview['tenant']): string[] {
  if (items.length === 0) return [];
  return [
    '',
    title,
    ...items.map(
      ({ step, fate, what, sentence }, index) =>
        `${String(index + 1).padStart(2)}. ${removalTitle(step)}: ${[what, fateWords[fate], sentence].filter(Boolean).join(' - ')}`,
    ),
  ];
}

/** The report as a text file. Pure. */
export function reportText(report: RemovalReport): string {
  const lines = [
    `Removal of ${report.hostname ?? `the tenant ${report.tenantName} (${report.tenantSlug})`}`,
    `Asked for by ${report.requestedBy} at ${report.requestedAt}`,
    report.finishedAt === null
      ? 'Not finished yet.'
      : `Finished at ${report.finishedAt}. Nothing of it is left: verified at ${report.verifiedAt ?? report.finishedAt}.`,
    ...report.parts.flatMap(({ hostname, items }) => [
      '',
      hostname ?? `Tenant ${report.tenantSlug}`,
      ...items.flatMap((item) => [
        `- ${removalTitle(item.step)}: ${itemWord(item)}${item.what === '' ? '' : `: ${item.what}`}`,
        `  ${item.sentence}`,
        ...(item.removedAt === null ? [] : [`  removed at ${item.removedAt}`]),
        ...(item.verifiedAt === null ? [] : [`  verified by a fresh read at ${item.verifiedAt}`]),
        ...(item.requestIds.length === 0 ? [] : [`  AWS request ids: ${item.requestIds.join(', ')}`]),
      ]),
    ]),
    ...report.open.flatMap(({ hostname, sentence }) => ['', `Still open: ${hostname}`, `  ${sentence}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** One record a line, as zone files have it. */
function recordLines(records: AskedRecord[]): string[] {
  return records.map(({ type, name, value }) => `  ${name}. ${type} ${type === 'CNAME' ? `${value}.` : value}`);
}

/** What to write to the tenant. */
export function askText(hostname: string, records: AskedRecord[]): string {
  return [
    `${hostname} is being removed from our gateway. Please delete these records at your DNS provider:`,
    '',
    ...recordLines(records),
    '',
    'Please do so soon: a name that keeps pointing to a gateway that is gone can be taken over by others.',
    '',
  ].join('\n');
}
