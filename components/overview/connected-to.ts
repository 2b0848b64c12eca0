import type { DraftEdge } from '@/lib/overview/place-columns';

/** Ids of the edges one can walk from a node, with the arrows and against them; none when there is no node. Pure. */
export function connectedTo(node: string | null, edges: readonly DraftEdge[]): Set<string> {
  const found = new Set<string>();
  if (node === null) return found;
  walk(node, edges, 'from', 'to', found);
  walk(node, edges, 'to', 'from', found);
  return found;
}

function walk(
  node: string,
  edges: readonly DraftEdge[],
  here: 'from' | 'to',
  there: 'from' | 'to',
  found: Set<string>,
): void {
  for (const edge of edges) {
    if (edge[here] !== node || found.has(edge.id)) continue;
    found.add(edge.id);
    walk(edge[there], edges, here, there, found);
  }
}
