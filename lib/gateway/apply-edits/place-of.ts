import type { Integration, Method, Resource, Verb } from '@/lib/gateway/model';
import type { Subject } from '@/lib/gateway/subjects';
import { type Draft, open } from './draft';

/** The open record that holds a subject, and its key there. Null: what it would be inside of isn't there. */
export function placeOf(draft: Draft, subject: Subject): { record: object; key: string } | null {
  const { root } = draft;
  switch (subject.kind) {
    case 'api':
      return { record: root, key: 'api' };
    case 'resource':
      return { record: root.resources, key: subject.path };
    case 'method':
      return methods(draft, subject);
    case 'integration':
      return inside(openMethod(draft, subject), 'integration');
    case 'method-response':
      return responses(draft, openMethod(draft, subject), subject.status);
    case 'integration-response': {
      const method = openMethod(draft, subject);
      return responses(draft, method && open<Integration>(draft, method, 'integration'), subject.status);
    }
    case 'authorizer':
      return { record: root.authorizers, key: subject.name };
    case 'model':
      return { record: root.models, key: subject.name };
    case 'validator':
      return { record: root.validators, key: subject.name };
    case 'gateway-response':
      return { record: root.gatewayResponses, key: subject.type };
    case 'stage':
      return { record: root.stages, key: subject.name };
  }
}

interface At {
  path: string;
  verb: Verb;
}

function methods(draft: Draft, { path, verb }: At) {
  const resource = open<Resource>(draft, draft.root.resources, path);
  return inside(resource && open(draft, resource, 'methods'), verb);
}

function openMethod(draft: Draft, at: At): Method | null {
  const place = methods(draft, at);
  return place && open<Method>(draft, place.record, place.key);
}

function responses(draft: Draft, holder: Method | Integration | null, status: string) {
  return inside(holder && open(draft, holder, 'responses'), status);
}

function inside(record: object | null, key: string): { record: object; key: string } | null {
  return record && { record, key };
}
