import type { Difference } from '@/lib/gateway/edits';
import type { Subject } from '@/lib/gateway/subjects';
import { groupBy } from '@/lib/group-by';

export interface DifferenceGroup {
  /** "GET /orders", "Stage prod", "The gateway" … */
  title: string;
  /** The route's editor; null where there is none. */
  href: string | null;
  differences: Difference[];
}

/** Differences by what people look for: the route, the stage, the shared thing. The order of the differences is kept. Pure. */
export function groupDifferences(differences: readonly Difference[]): DifferenceGroup[] {
  const groups = groupBy(differences, ({ subject }) => groupTitle(subject));
  return [...groups].map(([title, members]) => {
    const subject = members[0]?.subject;
    const removed = members.some(({ change, subject: { kind } }) => change === 'removed' && kind === 'method');
    return { title, href: subject && !removed ? editorOf(subject) : null, differences: members };
  });
}

function groupTitle(subject: Subject): string {
  switch (subject.kind) {
    case 'api':
      return 'The gateway';
    case 'resource':
      return `Resource ${subject.path}`;
    case 'method':
    case 'method-response':
    case 'integration':
    case 'integration-response':
      return `${subject.verb} ${subject.path}`;
    case 'authorizer':
      return `Authorizer ${subject.name}`;
    case 'model':
      return `Model ${subject.name}`;
    case 'validator':
      return `Request validator ${subject.name}`;
    case 'gateway-response':
      return `Gateway response ${subject.type}`;
    case 'stage':
      return `Stage ${subject.name}`;
  }
}

function editorOf(subject: Subject): string | null {
  if (subject.kind === 'stage') return `/deployments?stage=${encodeURIComponent(subject.name)}`;
  if (!('verb' in subject)) return null;
  return `/routes/edit?${new URLSearchParams({ path: subject.path, verb: subject.verb })}`;
}
