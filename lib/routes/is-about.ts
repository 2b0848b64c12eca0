import type { Verb } from '@/lib/gateway/model';
import type { Subject } from '@/lib/gateway/subjects';

/** Whether a subject is the route, something in it, or its path. */
export function isAbout(subject: Subject, { path, verb }: { path: string; verb: Verb }): boolean {
  if (!('path' in subject) || subject.path !== path) return false;
  return !('verb' in subject) || subject.verb === verb;
}
