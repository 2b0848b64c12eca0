/** Rows of comma-separated values; fields may stand in double or single quotes, doubled inside. Blank lines are left out. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /[^\S\r\n]*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|([^,\r\n]*))[^\S\r\n]*(,|\r?\n|\r|$)/y;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new SyntaxError('a quoted field does not end, or something follows it');
    const [, double, single, plain = '', end] = match;
    row.push(double?.replaceAll('""', '"') ?? single?.replaceAll("''", "'") ?? plain.trim());
    if (end === ',' && field.lastIndex < text.length) continue;
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
  }
  return rows;
}
