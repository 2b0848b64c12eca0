import type { Verb } from '@/lib/gateway/model';
import type { Subject } from '@/lib/gateway/subjects';

/** What the review shows under one heading. */
export interface ReviewGroupTitle {
  kind: 'route' | 'gateway' | 'stage';
  /** "GET /orders", "/orders", "Gateway", "Stage prod". */
  title: string;
  /** Of routes. */
  path: string | null;
  /** Of routes; null: the resource itself. */
  verb: Verb | null;
}

/** The heading under which a subject stands. */
export function groupOf(subject: Subject): ReviewGroupTitle {
  switch (subject.kind) {
    case 'method':
    case 'method-response':
    case 'integration':
    case 'integration-response': {
      const { path, verb } = subject;
      return { kind: 'route', title: `${verb} ${path}`, path, verb };
    }
    case 'resource':
      return { kind: 'route', title: subject.path, path: subject.path, verb: null };
    case 'stage':
      return { kind: 'stage', title: `Stage ${subject.name}`, path: null, verb: null };
    case 'api':
    case 'authorizer':
    case 'model':
    case 'validator':
    case 'gateway-response':
      return { kind: 'gateway', title: 'Gateway', path: null, verb: null };
  }
}
