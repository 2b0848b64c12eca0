import { headlineLooks } from '@/components/domains/headline-look';
import { cn } from '@/components/ui/cn';
import { Icon, type IconName } from '@/components/ui/icon';
import { toneClasses } from '@/components/ui/tone';
import type { DraftNode } from '@/lib/overview/place-columns';

const icons: Record<Exclude<DraftNode['kind'], 'domain' | 'group'>, IconName> = {
  mapping: 'link',
  stage: 'layers',
  route: 'waypoints',
  'back-end': 'server',
};

/** Frame of a node: groups have the tone of their headline. */
export function nodeBoxClass(node: DraftNode, href: string | null | undefined): string {
  const look = node.kind === 'group' && node.headline ? toneClasses[headlineLooks[node.headline].tone] : null;
  return cn(
    'flex w-full items-center gap-2 rounded-lg border px-2.5 text-left shadow-card',
    look ? [look.line, look.soft] : 'border-line-strong bg-surface',
    href && 'hover:border-accent',
  );
}

/** What stands in a node: icon, name, detail; cut to a line each unless they may `wrap`. */
export function NodeContent({ node, wrap = false }: { node: DraftNode; wrap?: boolean }) {
  const line = wrap ? 'break-name block' : 'block truncate';
  const look = node.headline ? headlineLooks[node.headline] : null;
  const icon = look?.icon ?? (node.kind === 'domain' || node.kind === 'group' ? 'circle' : icons[node.kind]);
  return (
    <>
      <Icon
        name={icon}
        label={node.kind === 'domain' ? node.headline : undefined}
        className={cn('size-4', look ? toneClasses[look.tone].text : 'text-ink-subtle')}
      />
      <span className="min-w-0 flex-1">
        <span className={cn(line, 'font-medium text-sm leading-5')}>{node.label}</span>
        <span className={cn(line, 'text-ink-muted text-xs')}>{node.detail}</span>
      </span>
      {node.kind === 'group' ? (
        <Icon name={node.opened ? 'chevron-up' : 'chevron-down'} className="size-4 text-ink-subtle" />
      ) : null}
    </>
  );
}
