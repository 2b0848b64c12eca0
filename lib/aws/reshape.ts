import 'server-only';
import { ExpectedError } from '@/lib/errors';
import { foreignAnswer } from './error-table';

/** ISO-8601 of a time that AWS may leave out. */
export function isoTime(time: Date | undefined): string | null {
  return time ? time.toISOString() : null;
}

/**
 * A member that AWS's model calls optional and AWS always sends.
 *
 * @throws ExpectedError `aws-unreachable` when it is missing: then something else answered
 */
export function required<T>(value: T | undefined, member: string): T {
  if (value !== undefined) return value;
  const { sentence, fix, actor } = foreignAnswer;
  throw new ExpectedError('aws-unreachable', sentence, { fix, actor, cause: new Error(`the answer lacks ${member}`) });
}

/** A DNS name in our form: lower case, unescaped (`\052` is `*`), without trailing dot. */
export function dnsName(name: string): string {
  return name
    .replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .replace(/\.$/, '')
    .toLowerCase();
}
