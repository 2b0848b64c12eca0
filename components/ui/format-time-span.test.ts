import { expect, it } from 'vitest';
import { formatTimeSpan } from '@/components/ui/format-time-span';

it.each([
  [0, 'less than a second'],
  [1_000, '1 second'],
  [61_000, '1 minute 1 second'],
  [12 * 60_000, '12 minutes'],
  [3_600_000 * 26, '1 day 2 hours'],
  [86_400_000 * 30 + 59_000, '30 days'],
])('%i ms are %s', (ms, words) => expect(formatTimeSpan(ms)).toBe(words));
