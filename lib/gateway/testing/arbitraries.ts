import fc from 'fast-check';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { canonicalise } from '@/lib/gateway/canonicalise';
import { emptyApi } from '@/lib/gateway/defaults';
import { diff } from '@/lib/gateway/diff';
import { differenceKey } from '@/lib/gateway/difference-key';
import type { Difference } from '@/lib/gateway/edits';
import { editsOf } from '@/lib/gateway/edits-of';
import { type Method, type Resource, type Snapshot, verbs } from '@/lib/gateway/model';
import { subjectKey } from '@/lib/gateway/subjects';
import { methodOf, type SharedThings } from './arbitraries/method';
import { paths, variablesOf } from './arbitraries/paths';
import { api, authorizers, gatewayResponses, models, validators } from './arbitraries/shared';
import { stages } from './arbitraries/stages';
import { valid } from './arbitraries/valid';

/** A canonical gateway that AWS would take as it is. */
export function snapshot(): fc.Arbitrary<Snapshot> {
  return fc
    .record({
      api: api(),
      authorizers: authorizers(),
      models: models(),
      validators: validators(),
      gatewayResponses: gatewayResponses(),
      stages: stages(),
      paths: paths(),
    })
    .chain(({ paths: chosen, ...rest }) =>
      fc
        .tuple(...['/', ...new Set(chosen)].map((path) => fc.tuple(fc.constant(path), resource(rest, path))))
        .map((resources) => canonicalise({ ...rest, resources: Object.fromEntries(resources) })),
    );
}

function resource(shared: SharedThings, path: string): fc.Arbitrary<Resource> {
  const used = fc.subarray(verbs.slice(0, 3).concat('ANY'), { maxLength: 2 });
  return used
    .chain((chosen) =>
      fc.tuple(...chosen.map((verb) => fc.tuple(fc.constant(verb), methodOf(shared, variablesOf(path))))),
    )
    .map((methods) => ({ methods: Object.fromEntries(methods) }));
}

/** A canonical method of `/orders/{id}` that refers to nothing shared. */
export function method(): fc.Arbitrary<Method> {
  return methodOf({ authorizers: {}, models: {}, validators: {} }, ['id']).map(
    (value) => canonicalise(withMethod(value)).resources['/orders/{id}']?.methods.GET ?? value,
  );
}

function withMethod(value: Method): Snapshot {
  const empty = { authorizers: {}, models: {}, validators: {}, gatewayResponses: {}, stages: {} };
  return { ...empty, api: { ...emptyApi(), name: 'shop' }, resources: { '/orders/{id}': { methods: { GET: value } } } };
}

/**
 * Two gateways of which one can become the other by calls of AWS: the same stages, and the same of what AWS can't change. They differ in
 * everything, in about half, or in little, as a day's work would have it.
 */
export function snapshotPair(): fc.Arbitrary<{ before: Snapshot; after: Snapshot }> {
  const part = fc.constantFrom(100, 50, 15);
  const dice = fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 60 });
  return fc.tuple(snapshot(), snapshot(), part, dice).map(([before, other, percent, rolls]) => {
    const groups = new Map<string, number>();
    const chosen = diff(before, other).differences.filter((difference) => {
      if (difference.subject.kind === 'stage' && difference.change !== 'changed') return false;
      const group = groupOf(difference);
      const roll = groups.get(group) ?? rolls[groups.size % rolls.length] ?? 0;
      groups.set(group, roll);
      return roll < percent;
    });
    return { before, after: canonicalise(valid(applyEdits(before, editsOf(chosen)))) };
  });
}

const together: Partial<Record<Difference['subject']['kind'], string[]>> = {
  integration: [
    'type',
    'uri',
    'httpMethod',
    'credentials',
    'connectionType',
    'connectionId',
    'integrationTarget',
    'responseTransferMode',
    'timeoutMs',
    'tlsInsecure',
  ],
  method: ['authorizationType', 'authorizer', 'authorizationScopes'],
  authorizer: ['type', 'providerArns', 'uri', 'credentials', 'identitySource'],
};

/** What only makes sense as one: a type with its URI. */
function groupOf(difference: Difference): string {
  const { subject } = difference;
  const isPart = difference.change === 'changed' && together[subject.kind]?.includes(difference.field);
  return isPart ? `${subjectKey(subject)} …` : differenceKey(difference);
}
