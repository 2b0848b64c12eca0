import { StatusBadge } from '@/components/ui/badge';
import type { Headline } from '@/lib/domains/model';
import { headlineLooks } from './headline-look';

/** The one status of a domain or tenant. */
export function HeadlineBadge({
  headline,
  variant,
  still,
}: {
  headline: Headline;
  variant?: 'soft' | 'plain';
  still?: boolean;
}) {
  const { tone, icon } = headlineLooks[headline];
  return (
    <StatusBadge tone={tone} icon={icon} variant={variant} still={still}>
      {headline}
    </StatusBadge>
  );
}
