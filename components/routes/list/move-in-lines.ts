import { parentOf } from '@/lib/routes/parent-of';
import type { RouteLine } from './route-lines';

/** What a key does on a line of the tree. */
export type Move = { to: number } | { toggle: string } | { open: RouteLine };

/** The keys of a tree grid (https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/). `page` is how many lines fit the window. */
export function moveInLines(key: string, lines: readonly RouteLine[], index: number, page: number): Move | null {
  const line = lines[index];
  if (!line) return null;
  const { path } = line.row;
  switch (key) {
    case 'ArrowDown':
      return { to: index + 1 };
    case 'ArrowUp':
      return { to: index - 1 };
    case 'PageDown':
      return { to: index + page };
    case 'PageUp':
      return { to: index - page };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: lines.length - 1 };
    case 'ArrowRight':
      return line.expanded === false ? { toggle: path } : { to: index + 1 };
    case 'ArrowLeft': {
      if (line.expanded === true) return { toggle: path };
      const above = line.first ? parentOf(path) : path;
      const to = lines.findIndex(({ row }) => row.path === above);
      return to === -1 ? null : { to };
    }
    case 'Enter':
      if (line.method) return { open: line };
      return line.expanded === null ? null : { toggle: path };
    default:
      return null;
  }
}
