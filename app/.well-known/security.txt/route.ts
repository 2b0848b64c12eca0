import { env } from '@/lib/env';
import { securityText } from '@/lib/http/security-text';

export const dynamic = 'force-dynamic';

/** RFC 9116, for who found a weakness in this installation. 404 while nobody is named for that. */
export function GET(): Response {
  const { securityContact, publicUrl } = env();
  if (securityContact === null) return new Response('No contact is named here.\n', { status: 404 });
  return new Response(securityText({ contact: securityContact, publicUrl, now: new Date() }), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
