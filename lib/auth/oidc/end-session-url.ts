import 'server-only';
import { env } from '@/lib/env';
import { unseal } from '../seal';
import { discover } from './discover';

/** The provider's page that ends its session and leads back (RP-Initiated Logout 1.0); null where it announces none. */
export async function endSessionUrl(sealedIdToken: string | null): Promise<string | null> {
  const { oidc, publicUrl } = env();
  if (!oidc || !publicUrl) return null;
  const endpoint = (await discover(oidc.issuer))?.end_session_endpoint;
  if (!endpoint) return null;
  const url = new URL(endpoint);
  const idToken = sealedIdToken === null ? null : unseal('id-token', sealedIdToken);
  if (idToken) url.searchParams.set('id_token_hint', idToken);
  url.searchParams.set('client_id', oidc.clientId);
  url.searchParams.set('post_logout_redirect_uri', new URL('/signed-out', publicUrl).href);
  return url.href;
}
