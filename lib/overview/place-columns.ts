import type { Headline } from '@/lib/domains/model';

const columnTitles = ['Domains', 'Mappings', 'Stage', 'Routes', 'Back ends'] as const;

/** Sizes in pixels at zoom 1. */
export const nodeSize = { width: 208, height: 48 };
const gap = { x: 72, y: 12 };
const titleHeight = 32;
const centredWithin = 500;

export interface DraftNode {
  id: string;
  column: 0 | 1 | 2 | 3 | 4;
  kind: 'domain' | 'group' | 'mapping' | 'stage' | 'route' | 'back-end';
  label: string;
  detail: string;
  /** Of domains and groups. */
  headline?: Headline;
  /** Of domains: the tenant to go to. */
  slug?: string;
  /** Of groups. */
  opened?: boolean;
}

export interface DraftEdge {
  id: string;
  from: string;
  to: string;
}

/** A node's upper left corner. */
export type PictureNode = DraftNode & { x: number; y: number };

export interface Picture {
  nodes: PictureNode[];
  edges: DraftEdge[];
  /** Left edges of the columns that have nodes. */
  titles: { title: string; x: number }[];
  width: number;
  height: number;
}

/**
 * Places nodes in columns, each in the given order and centred on the highest one as far as that is in sight. Edges to nodes that are not there are
 * left out. Pure.
 */
export function placeColumns(nodes: readonly DraftNode[], edges: readonly DraftEdge[]): Picture {
  const columns = columnTitles.map((_, column) => nodes.filter((node) => node.column === column));
  const heights = columns.map((column) => column.length * (nodeSize.height + gap.y) - (column.length > 0 ? gap.y : 0));
  const height = Math.max(0, ...heights);
  // Beside a very long column the short ones would be centred out of sight.
  const centredOn = Math.min(height, centredWithin);
  const left = (column: number) => column * (nodeSize.width + gap.x);
  const placed = columns.flatMap((column, index) =>
    column.map((node, row) => ({
      ...node,
      x: left(index),
      y: titleHeight + Math.round(Math.max(0, centredOn - (heights[index] ?? 0)) / 2) + row * (nodeSize.height + gap.y),
    })),
  );
  const known = new Set(placed.map(({ id }) => id));
  return {
    nodes: placed,
    edges: edges.filter(({ from, to }) => known.has(from) && known.has(to)),
    titles: columnTitles.flatMap((title, index) =>
      (columns[index]?.length ?? 0) > 0 ? { title, x: left(index) } : [],
    ),
    width: left(columnTitles.length) - gap.x,
    height: titleHeight + height,
  };
}
