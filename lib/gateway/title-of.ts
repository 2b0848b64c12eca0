import type { Subject } from './subjects';

/** What a subject is called, for people: `GET /orders`, `Authorizer tokens`. */
export function titleOf(subject: Subject): string {
  switch (subject.kind) {
    case 'api':
      return 'API';
    case 'resource':
      return subject.path;
    case 'method':
    case 'integration':
      return `${subject.verb} ${subject.path}`;
    case 'method-response':
      return `${subject.verb} ${subject.path}, response ${subject.status}`;
    case 'integration-response':
      return `${subject.verb} ${subject.path}, back end's answer as ${subject.status}`;
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
