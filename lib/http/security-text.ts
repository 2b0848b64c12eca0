const validDays = 180;

/** `/.well-known/security.txt` (RFC 9116): whom to tell, and until when that holds, which has to be less than a year away. */
export function securityText(options: { contact: string; publicUrl: string | null; now: Date }): string {
  const { contact, publicUrl, now } = options;
  const expires = new Date(now.getTime() + validDays * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    // A URL that isn't https would not be one that the RFC allows.
    ...(publicUrl?.startsWith('https:') ? [`Canonical: ${new URL('/.well-known/security.txt', publicUrl).href}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
