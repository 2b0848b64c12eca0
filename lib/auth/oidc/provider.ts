import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Env } from '@/lib/env';
import { addressOf, type Claims, claimValues } from './claims';
import { wellKnownOf } from './discover';

/** next-auth's id of the provider: its callback is `/api/auth/callback/oidc`. */
const providerId = 'oidc';

/**
 * Any OpenID Connect provider, for next-auth: authorization code flow with PKCE, state and nonce. openid-client verifies issuer, audience, expiry (10 s
 * of difference between clocks are forgiven) and signature of the ID token.
 */
export function oidcProvider(oidc: NonNullable<Env['oidc']>): OAuthConfig<Claims> {
  return {
    id: providerId,
    name: oidc.name,
    type: 'oauth',
    wellKnown: wellKnownOf(oidc.issuer),
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorization: { params: { scope: oidc.scope } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: 10_000 },
    userinfo: {
      // Some providers keep the ID token small, and tell groups or the address only when asked.
      async request({ tokens, client }) {
        const claims = (tokens as unknown as { claims(): Claims }).claims();
        const enough = addressOf(claims) !== null && claimValues(claims, oidc.roleClaim).length > 0;
        if (enough || !tokens.access_token || !client.issuer.metadata.userinfo_endpoint) return claims as never;
        // Given all tokens rather than one, openid-client also compares the subject.
        const told: Claims = await client.userinfo(tokens as Parameters<typeof client.userinfo>[0]);
        return { ...told, ...claims } as never;
      },
    },
    // Who it is in our table is found out by the callback `signIn`.
    profile: (claims) => ({ id: String(claims.sub), email: addressOf(claims) }),
  };
}
