import { isDeepStrictEqual } from 'node:util';
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Context } from '../../context';
import type { Collections } from '../../model';
import { keyOf } from '../../scope';
import { aliasProblems } from './alias-problems';
import { BadName, liesWithin, normaliseName } from './record-name';
import { valueProblems } from './record-values';
import { routingProblems } from './routing-policy';

type Stored = Collections['recordSets'];

/** A zone as a batch changes it, step by step: what the state holds, with what the batch did so far laid over it. */
export class ChangeBatch {
  readonly #context: Context;
  readonly #zoneId: string;
  readonly #zoneName: string;
  /** By key of the state; `undefined` for what the batch deletes. */
  readonly changed = new Map<string, Stored | undefined>();
  readonly #history = new Map<string, string[]>();

  constructor(context: Context, zoneId: string, zoneName: string) {
    this.#context = context;
    this.#zoneId = zoneId;
    this.#zoneName = zoneName;
  }

  /** Applies one change; answers what AWS has against it, in its words. */
  apply({ Action, ResourceRecordSet: set }: Change): string[] {
    if (!set) return [];
    let name: string;
    try {
      name = normaliseName(set.Name ?? '');
    } catch (error) {
      if (error instanceof BadName) return [error.message];
      throw error;
    }
    if (!liesWithin(name, this.#zoneName))
      return [`RRSet with DNS name ${name} is not permitted in zone ${this.#zoneName}`];
    const wanted = toStored(set, name, this.#zoneId);
    const type = set.Type ?? '';
    const key = keyOf.recordSet(this.#zoneId, name, type, set.SetIdentifier);
    if (this.#isRepeated(key, Action ?? ''))
      return [`The request contains an invalid set of changes for a resource record set '${type} ${name}'`];
    return Action === 'DELETE' ? this.#delete(key, wanted) : this.#put(key, wanted, Action ?? '');
  }

  #delete(key: string, wanted: Stored): string[] {
    const present = this.#get(key);
    const tried = `Tried to delete resource record set ${label(wanted)}`;
    if (!present) return [`${tried} but it was not found`];
    if (!sameContent(present, wanted)) return [`${tried} but the values provided do not match the current values`];
    if (wanted.Name === this.#zoneName && wanted.Type === 'SOA')
      return ['A HostedZone must contain exactly one SOA record.'];
    if (wanted.Name === this.#zoneName && wanted.Type === 'NS')
      return ['A HostedZone must contain at least one NS record for the zone itself.'];
    this.changed.set(key, undefined);
    return [];
  }

  #put(key: string, wanted: Stored, action: string): string[] {
    if (action === 'CREATE' && this.#get(key))
      return [`Tried to create resource record set ${label(wanted)} but it already exists`];
    const zone = {
      zoneId: this.#zoneId,
      zoneName: this.#zoneName,
      has: (name: string, type: string) => this.#has(name, type),
    };
    const problems = [
      ...valueProblems(wanted, this.#context.dials.maxValuesPerRecord),
      ...this.#conflicts(key, wanted),
      ...aliasProblems(this.#context, zone, wanted),
    ];
    if (problems.length === 0) this.changed.set(key, wanted);
    return problems;
  }

  /** CNAME stands alone on its name and never at the apex. */
  #conflicts(key: string, { Name, Type }: Stored): string[] {
    const others = this.#atName(Name).filter((other) => other.key !== key);
    const subject = `RRSet of type ${Type} with DNS name ${Name} is not permitted`;
    if (Type === 'CNAME' && Name === this.#zoneName) return [`${subject} at apex in zone ${this.#zoneName}`];
    if (Type === 'CNAME' && others.some(({ value }) => value.Type !== 'CNAME'))
      return [`${subject} as it conflicts with other records with the same DNS name in zone ${this.#zoneName}`];
    return Type !== 'CNAME' && others.some(({ value }) => value.Type === 'CNAME')
      ? [
          `${subject} because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ${this.#zoneName}`,
        ]
      : [];
  }

  /**
   * What AWS has against the zone as the whole batch leaves it: sets of one name and type must fit each other only then, or
   * one could never change them all.
   */
  finish(): string[] {
    const problems: string[] = [];
    for (const [key, set] of this.changed) {
      if (!set) continue;
      const others = this.#atName(set.Name).filter((other) => other.key !== key && other.value.Type === set.Type);
      problems.push(
        ...routingProblems(
          set,
          others.map(({ value }) => value),
        ),
      );
    }
    return [...problems, ...this.#zoneProblem()];
  }

  #zoneProblem(): string[] {
    const { state, dials } = this.#context;
    const isThere = (key: string) => state.get('recordSets', key) !== undefined;
    let growth = 0;
    for (const [key, set] of this.changed) growth += Number(set !== undefined) - Number(isThere(key));
    if (growth <= 0) return [];
    const count = state.count('recordSets', keyOf.recordSet(this.#zoneId)) + growth;
    return count > dials.maxRecordsPerZone ? [`Exceeded limit MAX_RRSETS_BY_ZONE for zone: ${this.#zoneId}`] : [];
  }

  /** Only deleting first and making anew may touch a set twice. */
  #isRepeated(key: string, action: string): boolean {
    const actions = [...(this.#history.get(key) ?? []), action];
    this.#history.set(key, actions);
    return actions.length > 1 && !(actions.length === 2 && actions[0] === 'DELETE' && action !== 'DELETE');
  }

  #get(key: string): Stored | undefined {
    return this.changed.has(key) ? this.changed.get(key) : this.#context.state.get('recordSets', key);
  }

  #has(name: string, type: string): boolean {
    return this.#atName(name).some(({ value }) => value.Type === type);
  }

  #atName(name: string): { key: string; value: Stored }[] {
    const prefix = keyOf.recordSet(this.#zoneId, name);
    const merged = new Map(
      [...this.#context.state.entries('recordSets', prefix)].map(({ key, value }) => [
        key,
        value as Stored | undefined,
      ]),
    );
    for (const [key, value] of this.changed) if (key.startsWith(prefix)) merged.set(key, value);
    return [...merged].flatMap(([key, value]) => (value ? [{ key, value }] : []));
  }
}

function toStored(set: ResourceRecordSet, name: string, zoneId: string): Stored {
  const target = set.AliasTarget;
  return {
    ...set,
    Name: name,
    zoneId,
    ...(target ? { AliasTarget: { ...target, DNSName: lowerWithDot(target.DNSName ?? '') } } : {}),
  } as Stored;
}

function lowerWithDot(name: string): string {
  return `${name.toLowerCase().replace(/\.$/, '')}.`;
}

/** Whether a DELETE repeats what is there; the order of the values doesn't count. */
function sameContent(present: Stored, wanted: Stored): boolean {
  const content = ({ TTL, ResourceRecords = [], AliasTarget }: Stored) => ({
    TTL,
    values: ResourceRecords.map((record) => record.Value).sort(),
    alias: AliasTarget && [AliasTarget.DNSName, AliasTarget.HostedZoneId, AliasTarget.EvaluateTargetHealth],
  });
  return isDeepStrictEqual(content(present), content(wanted));
}

function label({ Name, Type, SetIdentifier }: Stored): string {
  return `[name='${Name}', type='${Type}'${SetIdentifier ? `, set-identifier='${SetIdentifier}'` : ''}]`;
}
