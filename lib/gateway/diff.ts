import type { Diff, Difference, FieldValue } from './edits';
import { settableFields } from './fields';
import { type Integration, type Method, type Snapshot, type Verb, verbs } from './model';
import { byPath, entryOf, keysOfBoth } from './records';
import { sameValue } from './same-value';
import type { Subject } from './subjects';

/** What is different in `to`; both snapshots are canonical. `diff(a, a)` has no differences. */
export function diff(from: Snapshot, to: Snapshot): Diff {
  const found: Difference[] = [];
  compareFields(found, { kind: 'api' }, from.api, to.api);
  compareAll(found, from.authorizers, to.authorizers, (name) => ({ kind: 'authorizer', name }));
  compareAll(found, from.models, to.models, (name) => ({ kind: 'model', name }));
  compareAll(found, from.validators, to.validators, (name) => ({ kind: 'validator', name }));
  compareAll(found, from.gatewayResponses, to.gatewayResponses, (type) => ({ kind: 'gateway-response', type }));
  compareResources(found, from, to);
  compareAll(found, from.stages, to.stages, (name) => ({ kind: 'stage', name }));
  return { from, to, differences: found };
}

function compareResources(found: Difference[], from: Snapshot, to: Snapshot): void {
  for (const path of keysOfBoth(from.resources, to.resources, byPath)) {
    const before = entryOf(from.resources, path);
    const after = entryOf(to.resources, path);
    if (before === after) continue;
    if (before === null) found.push({ change: 'added', subject: { kind: 'resource', path }, after: { methods: {} } });
    if (after === null) found.push({ change: 'removed', subject: { kind: 'resource', path }, before: { methods: {} } });
    for (const verb of verbs) {
      const [left, right] = [before?.methods[verb], after?.methods[verb]];
      if (left !== right) compareMethods(found, { path, verb }, left, right);
    }
  }
}

function compareMethods(
  found: Difference[],
  at: { path: string; verb: Verb },
  before: Method | undefined,
  after: Method | undefined,
): void {
  const subject: Subject = { kind: 'method', ...at };
  if (!before || !after) {
    comparePresence(found, subject, before, after);
    return;
  }
  // Most methods of two gateways are the same: one look says so.
  if (sameValue(before, after)) return;
  compareFields(found, subject, before, after);
  compareAll(found, before.responses, after.responses, (status) => ({ kind: 'method-response', ...at, status }));
  compareIntegrations(found, at, before.integration, after.integration);
}

function compareIntegrations(
  found: Difference[],
  at: { path: string; verb: Verb },
  before: Integration | null,
  after: Integration | null,
): void {
  const subject: Subject = { kind: 'integration', ...at };
  if (!before || !after) {
    comparePresence(found, subject, before, after);
    return;
  }
  compareFields(found, subject, before, after);
  compareAll(found, before.responses, after.responses, (status) => ({ kind: 'integration-response', ...at, status }));
}

function compareAll(
  found: Difference[],
  before: Readonly<Record<string, object>>,
  after: Readonly<Record<string, object>>,
  subjectOf: (key: string) => Subject,
): void {
  if (before === after) return;
  for (const key of keysOfBoth(before, after)) {
    const [left, right] = [entryOf(before, key), entryOf(after, key)];
    if (left && right) compareFields(found, subjectOf(key), left, right);
    else comparePresence(found, subjectOf(key), left, right);
  }
}

function comparePresence(
  found: Difference[],
  subject: Subject,
  before: object | null | undefined,
  after: object | null | undefined,
): void {
  if (after) found.push({ change: 'added', subject, after } as Difference);
  if (before) found.push({ change: 'removed', subject, before } as Difference);
}

function compareFields(found: Difference[], subject: Subject, before: object, after: object): void {
  const [left, right] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const [field, shape] of settableFields[subject.kind]) {
    if (left[field] === right[field]) continue;
    if (shape === 'map') {
      compareMaps(found, subject, field, left[field] as FieldMap, right[field] as FieldMap);
    } else if (!sameValue(left[field], right[field])) {
      found.push(changed(subject, field, null, left[field] as FieldValue, right[field] as FieldValue));
    }
  }
}

type FieldMap = Readonly<Record<string, string | boolean>>;

function compareMaps(found: Difference[], subject: Subject, field: string, before: FieldMap, after: FieldMap): void {
  for (const key of keysOfBoth(before, after)) {
    const [left, right] = [entryOf(before, key), entryOf(after, key)];
    if (left !== right) found.push(changed(subject, field, key, left, right));
  }
}

function changed(
  subject: Subject,
  field: string,
  key: string | null,
  before: FieldValue,
  after: FieldValue,
): Difference {
  return { change: 'changed', subject, field, key, before, after } as Difference;
}
