import 'server-only';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { z } from 'zod';

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

const claimsSchema = z
  .object({
    sub: z.string().optional(),
    sid: z.string().optional(),
    jti: z.string(),
    iat: z.number(),
    events: z.record(z.string(), z.unknown()).refine((events) => typeof events[logoutEvent] === 'object'),
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

const known = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/** Kept, because anybody can send a token: jose asks the provider anew twice a minute at most. */
function remoteKeys(url: URL) {
  const keys = known.get(url.href) ?? createRemoteJWKSet(url, { timeoutDuration: 3_000 });
  known.set(url.href, keys);
  return keys;
}

/**
 * Whom a provider's logout token signs out, by `sub`, `sid` or both.
 *
 * @throws when it is not one of this provider for this client, by the rules of OpenID Connect Back-Channel Logout 1.0, section 2.6
 */
export async function verifyLogoutToken(
  token: string,
  {
    issuer,
    clientId,
    keys,
    now = new Date(),
  }: { issuer: string; clientId: string; keys: URL | JSONWebKeySet; now?: Date },
): Promise<{ subject: string | null; sessionId: string | null }> {
  const set = keys instanceof URL ? remoteKeys(keys) : createLocalJWKSet(keys);
  const { payload } = await jwtVerify(token, set, {
    issuer,
    audience: clientId,
    // Never `none`, nor a secret that other applications may know.
    algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'],
    clockTolerance: 10,
    maxTokenAge: '10 minutes',
    currentDate: now,
  });
  const { sub, sid } = claimsSchema.parse(payload);
  return { subject: sub ?? null, sessionId: sid ?? null };
}
