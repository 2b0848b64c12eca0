import 'server-only';

/** ISO-8601 of a time that AWS may leave out. */
export function isoTime(time: Date | undefined): string | null {
  return time ? time.toISOString() : null;
}

/** A member that AWS's model calls optional and AWS always sends. */
export function required<T>(value: T | undefined, member: string): T {
  if (value === undefined) throw new Error(`AWS left out ${member}`);
  return value;
}

/** A DNS name in our form: lower case, unescaped (`\052` is `*`), without trailing dot. */
export function dnsName(name: string): string {
  return name
    .replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .replace(/\.$/, '')
    .toLowerCase();
}
