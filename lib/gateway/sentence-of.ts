import type { Difference } from './edits';
import { clauseOf } from './sentences/clause-of';
import { presenceSentence } from './sentences/presence-sentence';
import { titleOf } from './title-of';

/** A difference in one sentence without a full stop: `GET /orders: timeout 29 s -> 10 s`. */
export function sentenceOf(difference: Difference): string {
  return difference.change === 'changed'
    ? `${titleOf(difference.subject)}: ${clauseOf(difference)}`
    : presenceSentence(difference);
}
