import { z } from 'zod';
import { defineRoute } from '@/lib/actions/define-route';
import { exportAuditLog, exportFormatSchema, exportTypes } from '@/lib/audit/export-audit-log';
import { filterQuery, readFilterValues, toConditions } from '@/lib/audit/read-filter';

/** Whatever else the address holds is the filter, which makes nothing of nonsense. */
const input = z.object({ format: exportFormatSchema }).catchall(z.string());

/** Downloads the audit log: `?format=csv|jsonl` and the filter of the page. */
export const GET = defineRoute({ name: 'export-audit-log', permission: 'audit:export', input }, async (call) => {
  const { ctx, user } = call;
  const { format, ...query } = call.input;
  const values = readFilterValues(query);
  const stream = await exportAuditLog(ctx, {
    format,
    conditions: { ...toConditions(values), visibleTo: { tenants: user.tenants, actorId: user.id } },
    asked: Object.fromEntries(filterQuery(values)),
  });
  const name = `audit-log-${ctx.now().toISOString().slice(0, 19).replaceAll(':', '')}.${format}`;
  return new Response(stream, {
    headers: {
      'cache-control': 'no-store',
      'content-type': exportTypes[format],
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
});
