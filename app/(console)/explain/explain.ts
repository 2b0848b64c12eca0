import type { Explanation } from '@/components/explain/model';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { GatewayView } from '@/lib/changes/model';
import { env } from '@/lib/env';
import { explainRequest } from '@/lib/explain/explain-request';
import type { ExplainRequestInput } from '@/lib/explain/schemas';
import { readUrl } from '@/lib/gateway/resolve-host';
import { shellCommand } from '@/lib/tenants/shell-command';

/** The explanation with the command that sends the request, for the page and its action. */
export async function explain(
  db: Parameters<typeof explainRequest>[0],
  view: GatewayView,
  input: ExplainRequestInput,
  limit: TenantLimit,
): Promise<Explanation> {
  const explained = await explainRequest(db, view, input, limit);
  const url = readUrl(input.url);
  const command =
    url && explained.host
      ? shellCommand(url.host, `${url.path}${url.query === '' ? '' : `?${url.query}`}`, env())
      : null;
  return { explained, command };
}
