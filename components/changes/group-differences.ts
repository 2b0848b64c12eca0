import { routeHref } from '@/components/routes/route-href';
import { groupOf } from '@/lib/changes/group-of';
import type { Difference } from '@/lib/gateway/edits';
import { groupBy } from '@/lib/group-by';

export interface DifferenceGroup {
  /** "GET /orders", "Stage prod", "Gateway". */
  title: string;
  /** The route's editor, or the stage; null where there is none. */
  href: string | null;
  differences: Difference[];
}

/** Differences by what people look for: the route, the stage, the gateway. Their order is kept. Pure. */
export function groupDifferences(differences: readonly Difference[]): DifferenceGroup[] {
  const groups = groupBy(differences, ({ subject }) => groupOf(subject).title);
  return [...groups].map(([title, members]) => ({ title, href: hrefOf(members), differences: members }));
}

function hrefOf(members: readonly Difference[]): string | null {
  const subject = members[0]?.subject;
  if (subject === undefined) return null;
  if (subject.kind === 'stage') return `/deployments?stage=${encodeURIComponent(subject.name)}`;
  const removed = members.some(({ change, subject: { kind } }) => change === 'removed' && kind === 'method');
  return 'verb' in subject && !removed ? routeHref({ path: subject.path, verb: subject.verb }) : null;
}
