import 'server-only';
import { audited } from '@/lib/audit/audited';
import { updateApiKey } from '@/lib/aws/api-gateway/update-api-key';
import type { Context } from '@/lib/context';
import type { ApiKey } from '@/lib/inventory/model';

/**
 * Disables a tenant's API keys, one after the other. Those that are disabled already stay as they are.
 *
 * @throws AwsError
 */
export async function stopUsage(ctx: Context, tenantSlug: string, keys: ApiKey[]): Promise<void> {
  const enabled = keys.filter((key) => key.enabled);
  if (enabled.length === 0) return;
  const shown = (on: boolean) => ({ keys: enabled.map(({ id, name }) => ({ id, name, enabled: on })) });
  const event = { resourceId: tenantSlug, tenantSlug, before: shown(true), after: shown(false) };
  await audited(ctx, { action: 'offboarding.usage-stopped', ...event }, async () => {
    for (const { id } of enabled) await updateApiKey(ctx.aws, { id, enabled: false });
  });
}
