import 'server-only';
import type { ProviderRefusal } from './refusals';

/** By the texts of openid-client, which has no codes for them, and by OAuth's error codes (RFC 6749, 4.1.2.1 and 5.2). */
const patterns: [RegExp, ProviderRefusal][] = [
  [/^(access_denied|login_required|interaction_required|consent_required|account_selection_required)\b/, 'cancelled'],
  [/^invalid_grant\b/, 'revoked'],
  [/^(temporarily_unavailable|server_error)\b/, 'unreachable'],
  [/JWT expired|issued too far in the past/, 'expired'],
  [/JWT not active yet/, 'clock'],
  [/aud mismatch|aud is missing|azp/, 'audience'],
  [/unexpected iss value|iss mismatch|iss missing/, 'issuer'],
  [/failed to validate JWT signature|no valid key found|unexpected JWT alg|at_hash mismatch/, 'signature'],
  [
    /state (cookie|mismatch|missing)|nonce mismatch|checks\.state|PKCE|pkce|[Ss]tate.*missing|[Nn]once.*missing/,
    'state',
  ],
  [/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|ETIMEDOUT|timed out|certificate|expected 200 OK/, 'unreachable'],
];

/** Which refusal an error of next-auth or openid-client is. */
export function refusalOfError(error: unknown): ProviderRefusal {
  const message = error instanceof Error ? error.message : '';
  return patterns.find(([pattern]) => pattern.test(message))?.[1] ?? 'failed';
}
