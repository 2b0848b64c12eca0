'use client';

import '@xyflow/react/dist/base.css';
import {
  type Edge,
  MarkerType,
  type Node,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
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

/** Columns in a frame too narrow for their full width, in pixels: narrower boxes are better than smaller letters. */
const compact = { below: 1000, width: 182, gap: 26 };

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
  const narrow = useStore(({ width }) => width > 0 && width < compact.below);
  // The picture is placed for boxes of full width; a column's place follows from its left edge.
  const stride = (picture.width - nodeSize.width) / 4;
  const width = narrow ? compact.width : nodeSize.width;
  const [active, setActive] = useState<string | null>(null);
  const lit = useMemo(() => connectedTo(active, picture.edges), [active, picture.edges]);
  const nodes = useMemo<Node<PictureNodeData>[]>(() => {
    const left = (x: number) => (narrow ? (x / stride) * (compact.width + compact.gap) : x);
    return [
      ...picture.titles.map(({ title, x }) => ({
        id: `title ${title}`,
        type: 'title',
        position: { x: left(x), y: 0 },
        data: { label: title },
        width,
        height: 20,
      })),
      ...picture.nodes.map((node) => ({
        id: node.id,
        type: 'box',
        position: { x: left(node.x), y: node.y },
        data: { label: node.label, node, href: links[node.id] ?? null, onActive: setActive },
        width,
        height: nodeSize.height,
      })),
    ];
  }, [picture, links, narrow, stride, width]);
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
      <Zoom width={narrow ? 5 * compact.width + 4 * compact.gap : picture.width} height={picture.height} />
    </ReactFlow>
  );
}

/** Buttons to move with; they also fit the picture into its frame whenever one of the two changes. */
function Zoom({ width, height }: Pick<Picture, 'width' | 'height'>) {
  const { zoomIn, zoomOut, setViewport } = useReactFlow();
  const frame = { width: useStore((state) => state.width), height: useStore((state) => state.height) };
  const showAll = () => {
    // Never too small to read. A long column is not worth shrinking the rest for: its end is a drag away.
    const [across, down] = [(frame.width - 2 * margin) / width, (frame.height - 2 * margin) / height];
    const zoom = Math.min(1, Math.max(0.7, down < 0.7 ? across : Math.min(across, down)));
    const x = Math.max(margin, (frame.width - width * zoom) / 2);
    return setViewport({ x, y: margin, zoom });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another picture or frame is to be fitted anew
  useEffect(() => {
    if (frame.width > 0) showAll();
  }, [width, height, frame.width, frame.height]);
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
