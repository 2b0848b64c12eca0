import { discover } from '@/lib/auth/oidc/discover';
import { endProviderSessions } from '@/lib/auth/oidc/end-provider-sessions';
import { verifyLogoutToken } from '@/lib/auth/oidc/verify-logout-token';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { getContext } from '@/lib/runtime';

const headers = { 'cache-control': 'no-store' };

/**
 * What the identity provider calls when it has ended a session of its own (OpenID Connect Back-Channel Logout 1.0): 200 when ours have ended, 400 for
 * a token that does not hold.
 */
export async function POST(request: Request): Promise<Response> {
  const { oidc } = env();
  if (!oidc) return new Response(null, { status: 404, headers });
  const form = await request.formData().catch(() => null);
  const token = form?.get('logout_token');
  const metadata = await discover(oidc.issuer);
  if (!metadata) return Response.json({ error: 'temporarily_unavailable' }, { status: 503, headers });
  let whom: Awaited<ReturnType<typeof verifyLogoutToken>>;
  try {
    if (typeof token !== 'string') throw new TypeError('no logout_token');
    const keys = new URL(metadata.jwks_uri);
    whom = await verifyLogoutToken(token, { issuer: metadata.issuer, clientId: oidc.clientId, keys });
  } catch (error) {
    log.warn({ err: error }, 'a logout token was refused');
    return Response.json({ error: 'invalid_request' }, { status: 400, headers });
  }
  const ctx = await getContext({ kind: 'system', name: 'identity provider' });
  await endProviderSessions(ctx, oidc.issuer, whom);
  return new Response(null, { status: 200, headers });
}
