import { CsvError, parse } from 'csv-parse/sync';
import { type BatchColumn, type BatchInput, type BatchLine, batchColumns, maxBatchFile, maxBatchRows } from './model';

export type ParsedBatchFile =
  | { ok: true; lines: BatchLine[] /** Headings that mean nothing here. */; ignored: string[] }
  | { ok: false; sentence: string; fix: string };

/** Headings as people write them: lower case, letters and digits only. */
const synonyms: Record<BatchColumn, string[]> = {
  name: ['name', 'tenant', 'tenantname', 'customer', 'customername', 'company', 'organisation', 'organization'],
  slug: ['slug', 'tenantslug', 'shortname', 'identifier', 'id', 'key'],
  contactEmail: ['contactemail', 'contact', 'email', 'mail', 'emailaddress', 'contactmail'],
  hostname: ['hostname', 'host', 'domain', 'domainname', 'fqdn', 'dnsname'],
  certificate: ['certificate', 'cert', 'certificatearn', 'certificatemode', 'tls'],
  basePath: ['basepath', 'path', 'pathprefix', 'prefix'],
  stage: ['stage', 'stagename', 'environment', 'env'],
  confirm: ['confirm', 'confirmhostname', 'confirmation', 'takeover'],
};
const required: BatchColumn[] = ['name', 'hostname'];
const delimiters = [',', ';', '\t'];

const refuse = (sentence: string, fix: string): ParsedBatchFile => ({ ok: false, sentence, fix });
const saveAsCsv = 'Save the table as "CSV UTF-8" and upload that. The template shows the columns.';

/**
 * The rows of a CSV file: comma, semicolon or tab, with or without byte order mark, values in quotes where needed, columns in any order,
 * empty lines anywhere. Pure.
 */
export function parseBatchFile(text: string): ParsedBatchFile {
  if (text.trim() === '') return refuse('The file is empty.', saveAsCsv);
  if (text.startsWith('PK') || text.includes('\0')) {
    return refuse('This is no CSV file but a workbook or another kind of file.', saveAsCsv);
  }
  if (text.length > maxBatchFile) {
    return refuse('The file is larger than 1 MB.', 'Split it: each part becomes a batch of its own.');
  }
  const tries = delimiters.map((delimiter) => readRecords(text, delimiter));
  const known = tries.map((one) => (one.ok ? columnsOf(one.records[0]?.record ?? []).filter(Boolean).length : -1));
  const best = tries[known.indexOf(Math.max(...known))];
  if (best === undefined || !best.ok) return refuse(best?.sentence ?? 'This is no CSV file.', saveAsCsv);
  return toLines(best.records);
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

type Records = { ok: true; records: CsvRecord[] } | { ok: false; sentence: string };

function readRecords(text: string, delimiter: string): Records {
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    return { ok: true, records: records as unknown as CsvRecord[] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = `line ${String(error.lines ?? '?')}`;
    const quotes = error.code.includes('QUOTE');
    return {
      ok: false,
      sentence: quotes
        ? `The quotation marks don't add up, at the latest in ${line}.`
        : `It can't be read as CSV from ${line} on.`,
    };
  }
}

function columnsOf(headings: string[]): (BatchColumn | null)[] {
  return headings.map((heading) => {
    const plain = heading.toLowerCase().replace(/[^a-z0-9]/g, '');
    return batchColumns.find((column) => synonyms[column].includes(plain)) ?? null;
  });
}

function toLines([head, ...records]: CsvRecord[]): ParsedBatchFile {
  const headings = head?.record ?? [];
  const columns = columnsOf(headings);
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return refuse(
      `The first line has to name the columns, and ${missing.map((one) => `"${one}"`).join(' and ')} is not among them.`,
      saveAsCsv,
    );
  }
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) !== index);
  if (twice) return refuse(`Two columns mean ${twice}.`, 'Take one of them away.');
  if (records.length === 0) return refuse('There is no row under the headings.', 'Write one line for each domain.');
  if (records.length > maxBatchRows) {
    return refuse(
      `The file has ${records.length} rows; at most ${maxBatchRows} go at once.`,
      'Split it: each part becomes a batch of its own.',
    );
  }
  const lines = records.map(({ record, info }) => ({ line: info.lines, input: toInput(columns, record) }));
  return { ok: true, lines, ignored: headings.filter((heading, index) => heading !== '' && columns[index] === null) };
}

function toInput(columns: (BatchColumn | null)[], record: string[]): BatchInput {
  const cells = batchColumns.map(
    (column) => [column, (record[columns.indexOf(column)] ?? '').replace(/^'(?='*[=+\-@\t\r])/, '')] as const,
  );
  return Object.fromEntries(cells) as Record<BatchColumn, string>;
}
