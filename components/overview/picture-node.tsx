'use client';

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import type { PictureNode } from '@/lib/overview/place-columns';
import { NodeContent, nodeBoxClass } from './picture-node-content';

export interface PictureNodeData extends Record<string, unknown> {
  label: string;
  node?: PictureNode;
  href?: string | null;
  /** Told when the pointer or the focus comes and goes. */
  onActive?: (id: string | null) => void;
}

/** Heading of a column. */
export function PictureTitle({ data }: NodeProps<Node<PictureNodeData>>) {
  return <p className="cursor-default px-1 font-medium text-ink-muted text-xs">{data.label}</p>;
}

/** One box of the picture; a link where it leads somewhere. */
export function PictureNodeBox({ data }: NodeProps<Node<PictureNodeData>>) {
  const { node, href, onActive } = data;
  if (!node) return null;
  const watch = {
    onPointerEnter: () => onActive?.(node.id),
    onPointerLeave: () => onActive?.(null),
    onFocus: () => onActive?.(node.id),
    onBlur: () => onActive?.(null),
  };
  const className = cn('nopan h-full', nodeBoxClass(node, href));
  return (
    <>
      {node.column > 0 ? (
        <Handle type="target" position={Position.Left} isConnectable={false} className="invisible" />
      ) : null}
      {href ? (
        <Link href={href} scroll={node.kind !== 'group'} title={node.label} className={className} {...watch}>
          <NodeContent node={node} />
        </Link>
      ) : (
        <div title={node.label} className={className} {...watch}>
          <NodeContent node={node} />
        </div>
      )}
      {node.column < 4 ? (
        <Handle type="source" position={Position.Right} isConnectable={false} className="invisible" />
      ) : null}
    </>
  );
}
