import type { Difference } from '@/lib/gateway/edits';
import { groupOf } from './group-of';

const longest = 120;

/** A short name for what differences do: "GET /orders", "GET /orders and 2 more". */
export function nameOf(differences: readonly Difference[]): string {
  const titles = [...new Set(differences.map(({ subject }) => groupOf(subject).title))];
  const [first = 'Nothing'] = titles;
  const more = titles.length > 1 ? ` and ${titles.length - 1} more` : '';
  const room = longest - more.length;
  return `${first.length > room ? `${first.slice(0, room - 1)}…` : first}${more}`;
}
