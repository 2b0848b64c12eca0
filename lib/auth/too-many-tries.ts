import { ExpectedError } from '@/lib/errors';

/** The refusal after too many tries, with the moment when the next one may come. */
export function tooManyTries(sentence: string, waitMs: number, now: Date): ExpectedError {
  const minutes = Math.ceil(waitMs / 60_000);
  const at = new Date(now.getTime() + minutes * 60_000).toISOString().slice(11, 16);
  return new ExpectedError('limit', sentence, {
    fix: `Try again in ${minutes} minute${minutes === 1 ? '' : 's'} (at ${at} UTC).`,
  });
}
