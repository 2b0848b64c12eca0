import { finding, perIntegration, type Rule } from './rule';

/** AWS reads Java's regular expressions; what JavaScript can't read is hardly one. */
export const selectionPatterns: Rule = perIntegration(({ responses }, { path, verb }) =>
  Object.entries(responses)
    .filter(([, { selectionPattern }]) => selectionPattern !== null && !isPattern(selectionPattern))
    .map(([status]) =>
      finding(
        'selection-pattern',
        'warning',
        { kind: 'integration-response', path, verb, status },
        'its pattern is no regular expression.',
        'Close every bracket, and write \\d for a digit.',
      ),
    ),
);

function isPattern(text: string): boolean {
  try {
    new RegExp(text.replace(/^\(\?[ims]+\)/, ''));
    return true;
  } catch {
    return false;
  }
}
