import { expect, it } from 'vitest';
import { failingWords } from './failing-words';

const now = Date.parse('2026-03-04T14:17:00.000Z');

it.each([
  ['2026-03-04T14:05:00.000Z', 5, 'Failing since 14:05 UTC (12 minutes), 5 checks in a row.'],
  ['2026-03-04T14:16:55.000Z', 1, 'Failing since 14:16 UTC (5 seconds), 1 check.'],
  ['2026-03-02T11:17:00.000Z', 40, 'Failing since 2026-03-02 11:17 UTC (2 days 3 hours), 40 checks in a row.'],
  // A clock that was put back.
  ['2026-03-04T14:18:00.000Z', 2, 'Failing since 14:18 UTC (less than a second), 2 checks in a row.'],
])('%s, %d checks: %s', (since, checks, words) => {
  expect(failingWords({ since, checks }, now)).toBe(words);
});
