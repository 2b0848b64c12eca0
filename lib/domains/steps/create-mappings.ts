import 'server-only';
import { audited } from '@/lib/audit/audited';
import { createBasePathMapping } from '@/lib/aws/api-gateway/create-base-path-mapping';
import { updateBasePathMapping } from '@/lib/aws/api-gateway/update-base-path-mapping';
import { planMappings } from '@/lib/domains/plan-mappings';
import { done, type StepInput, type TakeStep } from '@/lib/domains/steps/step';

/** Maps the wanted base paths to their stages; mappings that nobody here asked for stay. */
export const createMappings: TakeStep = async (input) => {
  const { domain, observed } = input;
  if (!observed.mappings.known) return done;
  for (const change of planMappings(domain.wanted, observed.mappings.value)) await carryOut(input, change);
  return done;
};

async function carryOut({ ctx, domain }: StepInput, change: ReturnType<typeof planMappings>[number]): Promise<void> {
  const { mapping, before } = change;
  const about = { resourceId: `${mapping.domainName}/${mapping.basePath}`, tenantSlug: domain.wanted.tenantSlug };
  if (before === null) {
    await audited(ctx, { action: 'domain.mapping-created', ...about, after: mapping }, () =>
      createBasePathMapping(ctx.aws, mapping),
    );
  } else {
    await audited(ctx, { action: 'domain.mapping-changed', ...about, before, after: mapping }, () =>
      updateBasePathMapping(ctx.aws, mapping),
    );
  }
}
