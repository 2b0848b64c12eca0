'use client';

import '@xyflow/react/dist/base.css';
import { type Edge, MarkerType, type Node, Panel, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Picture } from '@/lib/overview/place-columns';
import { nodeSize } from '@/lib/overview/place-columns';
import { connectedTo } from './connected-to';
import { PictureNodeBox, type PictureNodeData, PictureTitle } from './picture-node';

export interface PictureFlowProps {
  picture: Picture;
  /** Where a node leads, by its id; a node without entry leads nowhere. */
  links: Record<string, string>;
}

/** Around the picture, in pixels. */
const margin = 20;

const nodeTypes = { box: PictureNodeBox, title: PictureTitle };

/** The picture of the gateway to pan and zoom in. The same as a table: `GatewayTables`. */
export function PictureFlow(props: PictureFlowProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow({ picture, links }: PictureFlowProps) {
  const [active, setActive] = useState<string | null>(null);
  const lit = useMemo(() => connectedTo(active, picture.edges), [active, picture.edges]);
  const nodes = useMemo<Node<PictureNodeData>[]>(
    () => [
      ...picture.titles.map(({ title, x }) => ({
        id: `title ${title}`,
        type: 'title',
        position: { x, y: 0 },
        data: { label: title },
        width: nodeSize.width,
        height: 20,
      })),
      ...picture.nodes.map((node) => ({
        id: node.id,
        type: 'box',
        position: { x: node.x, y: node.y },
        data: { label: node.label, node, href: links[node.id] ?? null, onActive: setActive },
        ...nodeSize,
      })),
    ],
    [picture, links],
  );
  const edges = useMemo<Edge[]>(
    () =>
      picture.edges.map(({ id, from, to }) => {
        const color = lit.has(id) ? 'var(--accent)' : 'var(--line-strong)';
        return {
          id,
          source: from,
          target: to,
          focusable: false,
          style: { stroke: color, strokeWidth: lit.has(id) ? 1.75 : 1.25 },
          markerEnd: { type: MarkerType.Arrow, color, width: 14, height: 14 },
          zIndex: lit.has(id) ? 1 : 0,
        };
      }),
    [picture.edges, lit],
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      aria-label="Picture of the shared gateway"
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      // The wheel scrolls the page; with Ctrl or a pinch it zooms.
      zoomOnScroll={false}
      preventScrolling={false}
      zoomOnDoubleClick={false}
      minZoom={0.25}
      maxZoom={1.5}
      attributionPosition="bottom-left"
    >
      <Zoom picture={picture} />
    </ReactFlow>
  );
}

/** Buttons to move with; they also fit the picture into its frame whenever it changes. */
function Zoom({ picture }: { picture: Picture }) {
  const { zoomIn, zoomOut, setViewport } = useReactFlow();
  const showAll = () => {
    const { width = 0, height = 0 } = document.querySelector('.react-flow')?.getBoundingClientRect() ?? {};
    // Never too small to read. A long column is not worth shrinking the rest for: its end is a drag away.
    const [across, down] = [(width - 2 * margin) / picture.width, (height - 2 * margin) / picture.height];
    const zoom = Math.min(1, Math.max(0.7, down < 0.7 ? across : Math.min(across, down)));
    const x = Math.max(margin, (width - picture.width * zoom) / 2);
    return setViewport({ x, y: margin, zoom });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a different picture is to be fitted anew
  useEffect(() => {
    showAll();
  }, [picture.width, picture.height]);
  return (
    <Panel position="bottom-right" className="!m-3 flex gap-1 rounded-lg border border-line bg-raised p-1">
      <Button variant="ghost" size="sm" icon="minus" iconOnly aria-label="Zoom out" onClick={() => zoomOut()} />
      <Button variant="ghost" size="sm" icon="plus" iconOnly aria-label="Zoom in" onClick={() => zoomIn()} />
      <Button
        variant="ghost"
        size="sm"
        icon="maximize"
        iconOnly
        aria-label="Show everything"
        onClick={() => showAll()}
      />
    </Panel>
  );
}
