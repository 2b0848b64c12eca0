/** What is wrong with a name, in Route 53's words (facts 9.6). */
export class BadName extends Error {
  override readonly name = 'BadName';
}

const maxName = 255;
const maxLabel = 63;

/**
 * A name as Route 53 keeps it: lower case, with a trailing dot, every character but `a-z 0-9 - _` as an octal escape
 * (`*` -> `\052`). Throws {@link BadName}.
 */
export function normaliseName(input: string): string {
  if (input === '' || input === '.') throw fatal('DomainNameEmpty', 'Domain name is empty', '');
  const labels = input
    .replace(/(?<!\\)\.$/, '')
    .split('.')
    .map((label) => normaliseLabel(label, input));
  const name = `${labels.join('.')}.`;
  if (plainLength(name) > maxName) throw fatal('DomainNameTooLong', 'Domain name is too long', input);
  return name;
}

function normaliseLabel(label: string, whole: string): string {
  if (label === '') throw fatal('DomainLabelEmpty', 'Domain label is empty', whole);
  let normal = '';
  for (const [, octal, character] of label.toLowerCase().matchAll(/\\([0-7]{3})|([\s\S])/gu)) {
    const text = octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (character ?? '');
    if (!octal && !/^[\x21-\x7e]$/.test(text))
      throw fatal('UnsupportedCharacter', `Value contains unsupported characters`, whole);
    normal += /^[a-z0-9_-]$/.test(text) ? text : `\\${text.charCodeAt(0).toString(8).padStart(3, '0')}`;
  }
  if (plainLength(normal) > maxLabel) throw fatal('DomainLabelTooLong', 'Domain label is too long', whole);
  return normal;
}

function plainLength(escaped: string): number {
  return escaped.replace(/\\[0-7]{3}/g, '?').length;
}

function fatal(token: string, sentence: string, value: string): BadName {
  return new BadName(`FATAL problem: ${token} (${sentence}) encountered with '${value}'`);
}

/** Whether `name` is the zone's or below it; both normal. */
export function liesWithin(name: string, zoneName: string): boolean {
  return name === zoneName || name.endsWith(`.${zoneName}`);
}
