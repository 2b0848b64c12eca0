import 'server-only';
import { z } from 'zod';
import { log } from '@/lib/log';

const metadataSchema = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
});

type Metadata = z.output<typeof metadataSchema>;

/** Where a provider describes itself (OpenID Connect Discovery 1.0, section 4). */
export const wellKnownOf = (issuer: string) => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

const freshMs = 10 * 60_000;
const known = new Map<string, { at: number; metadata: Metadata }>();

/** What a provider says of itself, at most ten minutes old; null when it can't be reached within 3 s or says nonsense. */
export async function discover(issuer: string): Promise<Metadata | null> {
  const kept = known.get(issuer);
  if (kept && Date.now() - kept.at < freshMs) return kept.metadata;
  try {
    const answer = await fetch(wellKnownOf(issuer), { signal: AbortSignal.timeout(3_000), cache: 'no-store' });
    const metadata = metadataSchema.parse(await answer.json());
    known.set(issuer, { at: Date.now(), metadata });
    return metadata;
  } catch (error) {
    log.warn({ err: error, issuer }, 'the identity provider does not describe itself');
    return null;
  }
}
