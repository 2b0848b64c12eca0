import { ExpectedError } from '@/lib/errors';
import type { GatewayIds, Verb } from '@/lib/gateway/model';
import { entryOf } from '@/lib/gateway/records';

const titles = { resources: 'The path', authorizers: 'The authorizer', validators: 'The request validator' } as const;

/**
 * AWS's id of what a name stands for.
 *
 * @throws ExpectedError `conflict` when it isn't on the gateway: somebody deleted it meanwhile
 */
export function findId(ids: GatewayIds, kind: keyof typeof titles, name: string): string {
  const id = entryOf(ids[kind], name);
  if (id !== null) return id;
  throw new ExpectedError('conflict', `${titles[kind]} ${name} is not on the gateway any more.`, {
    fix: 'Look at the differences again; somebody may have deleted it.',
  });
}

/** Where a method is, in AWS's ids. */
export function addressOf(ids: GatewayIds, { path, verb }: { path: string; verb: Verb }) {
  return { restApiId: ids.restApiId, resourceId: findId(ids, 'resources', path), verb };
}

/** The ids with one more, or with another one. */
export function withId(ids: GatewayIds, kind: keyof typeof titles, name: string, id: string): GatewayIds {
  return { ...ids, [kind]: { ...ids[kind], [name]: id } };
}

/** The ids without those that `gone` names. */
export function withoutIds(ids: GatewayIds, kind: keyof typeof titles, gone: (name: string) => boolean): GatewayIds {
  const left = Object.entries(ids[kind]).filter(([name]) => !gone(name));
  return { ...ids, [kind]: Object.fromEntries(left) };
}
