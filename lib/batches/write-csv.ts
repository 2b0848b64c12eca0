import { type BatchInput, batchColumns, type CheckedLine, columnTitles } from './model';

/** What a spreadsheet would take for a formula gets an apostrophe in front, which is taken away when the file is read again. */
const plain = (value: string) => (/^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value);
const quote = (value: string) => (/[",;\t\r\n]/.test(value) ? `"${plain(value).replaceAll('"', '""')}"` : plain(value));
const row = (values: string[]) => `${values.map(quote).join(',')}\r\n`;

/** Excel takes UTF-8 for granted only with the mark. */
const mark = '\uFEFF';

const examples: BatchInput[] = [
  {
    name: 'Acme GmbH',
    slug: 'acme',
    contactEmail: 'ops@acme.example',
    hostname: 'acme.example.com',
    certificate: 'dedicated',
    basePath: '',
    stage: 'prod',
    confirm: '',
  },
];

/** A file to fill in, with one row as an example in a zone and at a stage of the gateway. */
export function templateCsv({ zone, stage }: { zone: string; stage: string }): string {
  const columns = batchColumns.filter((column) => column !== 'confirm');
  const rows = examples.map((one) => ({ ...one, hostname: `acme.${zone}`, stage }));
  return (
    mark +
    row(columns.map((column) => columnTitles[column])) +
    rows.map((one) => row(columns.map((column) => one[column]))).join('')
  );
}

/** The rows that can't be onboarded, each with its reasons in a last column; can be uploaded again as it is. */
export function badRowsCsv(lines: CheckedLine[]): string {
  return (
    mark +
    row([...batchColumns.map((column) => columnTitles[column]), 'Reasons']) +
    lines
      .map(({ input, errors }) => {
        const reasons = batchColumns.flatMap((column) =>
          errors[column] === undefined ? [] : [`${columnTitles[column]}: ${errors[column]}`],
        );
        return row([...batchColumns.map((column) => input[column]), reasons.join(' ')]);
      })
      .join('')
  );
}
