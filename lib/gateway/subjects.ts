import type {
  ApiSettings,
  Authorizer,
  GatewayResponse,
  Integration,
  IntegrationResponse,
  Method,
  MethodResponse,
  Model,
  RequestValidator,
  Resource,
  Snapshot,
  StageSettings,
  Verb,
} from './model';

/** What an edit or a difference is about. */
export type Subject =
  | { kind: 'api' }
  | { kind: 'resource'; path: string }
  | { kind: 'method'; path: string; verb: Verb }
  | { kind: 'method-response'; path: string; verb: Verb; status: string }
  | { kind: 'integration'; path: string; verb: Verb }
  | { kind: 'integration-response'; path: string; verb: Verb; status: string }
  | { kind: 'authorizer'; name: string }
  | { kind: 'model'; name: string }
  | { kind: 'validator'; name: string }
  | { kind: 'gateway-response'; type: string }
  | { kind: 'stage'; name: string };

export type SubjectKind = Subject['kind'];

/** What a subject of each kind is worth in a snapshot, with all that is inside it. */
export interface SubjectValues {
  api: ApiSettings;
  resource: Resource;
  method: Method;
  'method-response': MethodResponse;
  integration: Integration;
  'integration-response': IntegrationResponse;
  authorizer: Authorizer;
  model: Model;
  validator: RequestValidator;
  'gateway-response': GatewayResponse;
  stage: StageSettings;
}

export type SubjectOf<Kind extends SubjectKind> = Extract<Subject, { kind: Kind }>;

/** A text that tells subjects apart, for maps and keys: `method /orders GET`. */
export function subjectKey(subject: Subject): string {
  const { kind, ...names } = subject;
  return [kind, ...Object.values(names)].join(' ');
}

/** The subject's value in the snapshot, null when it isn't there. */
export function subjectValue<Kind extends SubjectKind>(
  snapshot: Snapshot,
  subject: SubjectOf<Kind>,
): SubjectValues[Kind] | null;
export function subjectValue(snapshot: Snapshot, subject: Subject): SubjectValues[SubjectKind] | null {
  switch (subject.kind) {
    case 'api':
      return snapshot.api;
    case 'resource':
      return own(snapshot.resources, subject.path);
    case 'method':
      return methodOf(snapshot, subject);
    case 'method-response':
      return own(methodOf(snapshot, subject)?.responses, subject.status);
    case 'integration':
      return methodOf(snapshot, subject)?.integration ?? null;
    case 'integration-response':
      return own(methodOf(snapshot, subject)?.integration?.responses, subject.status);
    case 'authorizer':
      return own(snapshot.authorizers, subject.name);
    case 'model':
      return own(snapshot.models, subject.name);
    case 'validator':
      return own(snapshot.validators, subject.name);
    case 'gateway-response':
      return own(snapshot.gatewayResponses, subject.type);
    case 'stage':
      return own(snapshot.stages, subject.name);
  }
}

/** A method of the snapshot, null when there is none. */
export function methodOf(snapshot: Snapshot, { path, verb }: { path: string; verb: Verb }): Method | null {
  return own(own(snapshot.resources, path)?.methods, verb);
}

function own<T>(record: Partial<Record<string, T>> | undefined, key: string): T | null {
  return record && Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}
