import { headers as requestHeaders } from 'next/headers';
import { clientIp } from '@/lib/auth/client-ip';
import { getSession } from '@/lib/auth/session';
import { type ErrorCode, ExpectedError } from '@/lib/errors';
import { exportDocument } from '@/lib/openapi/export-document';
import { exportSchema } from '@/lib/openapi/schemas';
import { getContext } from '@/lib/runtime';

const headers = { 'cache-control': 'no-store' };

/**
 * Downloads the gateway as an OpenAPI document: `?of=working|stage:prod|deployment:abc123&as=json|yaml&from=gatehouse|aws`. 401
 * without a session, 400 for other queries, 404 for what isn't there; refusals are `{error}` with a sentence.
 */
export async function GET(request: Request): Promise<Response> {
  const user = await getSession();
  if (user === null) return refusal('not signed in', 401);
  const query = exportSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refusal('of is working, stage:NAME or deployment:ID; as is json or yaml', 400);
  const ip = clientIp(await requestHeaders());
  const ctx = await getContext({ kind: 'user', id: user.id, name: user.email, ip });
  try {
    const { text, fileName, contentType } = await exportDocument(ctx, query.data);
    const disposition = `attachment; filename="${fileName}"`;
    return new Response(text, {
      headers: { ...headers, 'content-type': contentType, 'content-disposition': disposition },
    });
  } catch (error) {
    if (error instanceof ExpectedError) return refusal(error.message, statusOf(error.code));
    throw error;
  }
}

function statusOf(code: ErrorCode): number {
  if (code === 'not-found') return 404;
  if (code === 'database-unreachable') return 503;
  return code.startsWith('aws-') ? 502 : 409;
}

function refusal(error: string, status: number): Response {
  return Response.json({ error }, { status, headers });
}
