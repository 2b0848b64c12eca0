import type { Subject } from '@/lib/gateway/subjects';

/** Something about a gateway that is wrong, dangerous or probably not meant. */
export interface Finding {
  /** Name of the rule. Errors of `invalid-…` are what AWS refuses: they can't be saved. */
  rule: string;
  severity: 'error' | 'warning' | 'hint';
  subject: Subject;
  sentence: string;
  /** What to do about it. */
  fix: string | null;
}
