import 'server-only';
import { done, type TakeStep } from '@/lib/domains/steps/step';
import { stopUsage as disable } from '@/lib/domains/stop-usage';

/** Disables the API keys of the tenant who leaves, so that nothing is used by other ways than its hostnames either. */
export const stopUsage: TakeStep = async ({ ctx, domain, observed }) => {
  if (domain.tenantLeaves && observed.usage.known) await disable(ctx, domain.wanted.tenantSlug, observed.usage.value);
  return done;
};
