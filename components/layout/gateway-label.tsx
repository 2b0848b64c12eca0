import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';

const targets = { sandbox: 'Sandbox', endpoint: 'Custom endpoint', aws: 'AWS' } as const;

/** Which gateway the console works on, in which region, and where its AWS calls go. */
export function GatewayLabel({
  name,
  unread,
  region,
  target,
}: {
  /** Null while no gateway was found. */
  name: string | null;
  /** AWS is still to be read for the first time. */
  unread: boolean;
  region: string;
  target: keyof typeof targets;
}) {
  return (
    <div className="flex min-w-0 items-center gap-2 text-sm">
      <Icon name="network" className="size-4 text-ink-subtle" />
      <span className={name ? 'truncate font-medium' : 'truncate text-ink-muted'}>
        {name ?? (unread ? 'Looking for the gateway' : 'No gateway found')}
      </span>
      <span className="shrink-0 font-mono text-ink-muted text-xs max-sm:hidden">{region}</span>
      <Badge tone={target === 'aws' ? 'violet' : 'grey'} className="max-sm:hidden">
        {targets[target]}
      </Badge>
    </div>
  );
}
