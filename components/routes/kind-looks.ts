import type { IconName } from '@/components/ui/icon-shapes';
import type { IntegrationKind } from '@/lib/integrations/kinds';

/** Icon and short word of each kind of back end. */
export const kindLooks: Record<IntegrationKind, { icon: IconName; word: string }> = {
  http: { icon: 'globe', word: 'HTTP' },
  'vpc-link': { icon: 'network', word: 'VPC link' },
  lambda: { icon: 'zap', word: 'Lambda' },
  'step-functions': { icon: 'workflow', word: 'Step Functions' },
  s3: { icon: 'database', word: 'S3' },
  mock: { icon: 'flask-conical', word: 'Mock' },
  'aws-other': { icon: 'cloud', word: 'AWS' },
};
