import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { printAccount } from '@/lib/connection/model';

const targets = { sandbox: 'Sandbox', endpoint: 'Custom endpoint', aws: 'AWS' } as const;

/**
 * Which gateway the console works on, in which region, and where its AWS calls go. AWS itself is named with its account, in red and at
 * all widths: there mistakes are real.
 */
export function GatewayLabel({
  name,
  unread,
  region,
  target,
  account,
}: {
  /** Null while no gateway was found. */
  name: string | null;
  /** AWS is still to be read for the first time. */
  unread: boolean;
  region: string;
  target: keyof typeof targets;
  /** Twelve digits; null while AWS hasn't said. */
  account: string | null;
}) {
  const gateway = (
    <span className={name ? 'truncate font-medium' : 'truncate text-ink-muted'}>
      {name ?? (unread ? 'Looking for the gateway' : 'No gateway found')}
    </span>
  );
  if (target === 'aws') {
    return (
      <div className="flex min-w-0 flex-col text-sm leading-tight md:flex-row md:items-center md:gap-3">
        <span className="flex min-w-0 items-center gap-2">
          <Icon name="network" className="size-4 shrink-0 text-ink-subtle max-sm:hidden" />
          {gateway}
        </span>
        <strong className="flex min-w-0 items-center gap-1 font-semibold text-red max-md:text-2xs">
          <Icon name="triangle-alert" className="size-3.5 shrink-0 max-md:size-3" />
          <span className="tabular-nums">
            <span className="max-sm:sr-only">AWS account </span>
            <span className="whitespace-nowrap">{account ? printAccount(account) : 'not known yet'}</span>
            <span aria-hidden="true"> · </span>
            <span className="whitespace-nowrap">{region}</span>
          </span>
        </strong>
      </div>
    );
  }
  return (
    <div className="flex min-w-0 items-center gap-2 text-sm">
      <Icon name="network" className="size-4 text-ink-subtle" />
      {gateway}
      <span className="shrink-0 font-mono text-ink-muted text-xs max-sm:hidden">{region}</span>
      <Badge tone="grey" className="max-sm:hidden">
        {targets[target]}
      </Badge>
    </div>
  );
}
