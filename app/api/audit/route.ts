import { randomUUID } from 'node:crypto';
import { headers as requestHeaders } from 'next/headers';
import { exportAuditLog, exportFormatSchema, exportTypes } from '@/lib/audit/export-audit-log';
import { filterQuery, readFilterValues, toConditions } from '@/lib/audit/read-filter';
import { recordEvent } from '@/lib/audit/record-event';
import { clientIp } from '@/lib/auth/client-ip';
import { may } from '@/lib/auth/permissions';
import { getSession } from '@/lib/auth/session';
import { getContext } from '@/lib/runtime';

const headers = { 'cache-control': 'no-store' };

/**
 * Downloads the audit log: `?format=csv|jsonl` and the filter of the page. 401 without a session, 403 without the permission (that is
 * an entry of the log, too), 400 for another format; refusals are `{error}` with a sentence.
 */
export async function GET(request: Request): Promise<Response> {
  const user = await getSession();
  if (user === null) return refusal('not signed in', 401);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const format = exportFormatSchema.safeParse(query.format);
  if (!format.success) return refusal('format is csv or jsonl', 400);
  const ip = clientIp(await requestHeaders());
  const context = await getContext({ kind: 'user', id: user.id, name: user.email, ip });
  const ctx = { ...context, correlationId: randomUUID() };
  if (!may(user, 'audit:export')) {
    await recordEvent(
      ctx,
      { action: 'user.action-refused', resourceId: user.email, after: { action: 'export-audit-log', has: user.role } },
      { result: 'refused', message: 'The role does not allow it.' },
    );
    return refusal('your role does not allow to download the audit log', 403);
  }
  const values = readFilterValues(query);
  const stream = await exportAuditLog(ctx, {
    format: format.data,
    conditions: { ...toConditions(values), visibleTo: { tenants: user.tenants, actorId: user.id } },
    asked: Object.fromEntries(filterQuery(values)),
  });
  const name = `audit-log-${ctx.now().toISOString().slice(0, 19).replaceAll(':', '')}.${format.data}`;
  return new Response(stream, {
    headers: {
      ...headers,
      'content-type': exportTypes[format.data],
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

function refusal(error: string, status: number): Response {
  return Response.json({ error }, { status, headers });
}
