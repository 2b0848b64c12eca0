'use client';

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import Link from 'next/link';
import { headlineLooks } from '@/components/domains/headline-look';
import { cn } from '@/components/ui/cn';
import { Icon, type IconName } from '@/components/ui/icon';
import { toneClasses } from '@/components/ui/tone';
import type { DraftNode, PictureNode } from '@/lib/overview/place-columns';

export interface PictureNodeData extends Record<string, unknown> {
  label: string;
  node?: PictureNode;
  href?: string | null;
  /** Told when the pointer or the focus comes and goes. */
  onActive?: (id: string | null) => void;
}

const icons: Record<Exclude<DraftNode['kind'], 'domain' | 'group'>, IconName> = {
  mapping: 'link',
  stage: 'layers',
  route: 'waypoints',
  'back-end': 'server',
};

/** Heading of a column. */
export function PictureTitle({ data }: NodeProps<Node<PictureNodeData>>) {
  return <p className="cursor-default px-1 font-medium text-ink-muted text-xs">{data.label}</p>;
}

/** One box of the picture; a link where it leads somewhere. */
export function PictureNodeBox({ data }: NodeProps<Node<PictureNodeData>>) {
  const { node, href, onActive } = data;
  if (!node) return null;
  const look = node.headline ? headlineLooks[node.headline] : null;
  const icon = look?.icon ?? (node.kind === 'domain' || node.kind === 'group' ? 'circle' : icons[node.kind]);
  const content = (
    <>
      <Icon
        name={icon}
        label={node.kind === 'domain' ? node.headline : undefined}
        className={cn('size-4', look ? toneClasses[look.tone].text : 'text-ink-subtle')}
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm leading-5">{node.label}</span>
        <span className="block truncate text-ink-muted text-xs">{node.detail}</span>
      </span>
      {node.kind === 'group' ? (
        <Icon name={node.opened ? 'chevron-up' : 'chevron-down'} className="size-4 text-ink-subtle" />
      ) : null}
    </>
  );
  const watch = {
    onPointerEnter: () => onActive?.(node.id),
    onPointerLeave: () => onActive?.(null),
    onFocus: () => onActive?.(node.id),
    onBlur: () => onActive?.(null),
  };
  const className = cn(
    'nopan flex h-full w-full items-center gap-2.5 rounded-lg border px-3 text-left shadow-card',
    look && node.kind === 'group'
      ? [toneClasses[look.tone].line, toneClasses[look.tone].soft]
      : 'border-line-strong bg-surface',
    href && 'hover:border-accent',
  );
  return (
    <>
      {node.column > 0 ? (
        <Handle type="target" position={Position.Left} isConnectable={false} className="invisible" />
      ) : null}
      {href ? (
        <Link href={href} scroll={node.kind !== 'group'} title={node.label} className={className} {...watch}>
          {content}
        </Link>
      ) : (
        <div title={node.label} className={className} {...watch}>
          {content}
        </div>
      )}
      {node.column < 4 ? (
        <Handle type="source" position={Position.Right} isConnectable={false} className="invisible" />
      ) : null}
    </>
  );
}
