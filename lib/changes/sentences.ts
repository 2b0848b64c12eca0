import type { Difference } from '@/lib/gateway/edits';
import { hideSecrets } from '@/lib/gateway/hide-secrets';
import { sentenceOf } from '@/lib/gateway/sentence-of';

const most = 50;

/** Differences in words, for the audit log: the first ones without secrets, and how many there are more. */
export function sentencesOf(differences: readonly Difference[]): string[] {
  const sentences = differences.slice(0, most).map((difference) => sentenceOf(hideSecrets(difference)));
  const more = differences.length - sentences.length;
  return more > 0 ? [...sentences, `and ${more} more`] : sentences;
}
