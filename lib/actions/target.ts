import type { Permission, ReachOf, Target } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/db';
import { ExpectedError } from '@/lib/errors';

/** One thing that a call is about. */
export interface Aim extends Target {
  /** Asked for this thing; default the permission of the action or route. */
  permission?: Permission;
  /** What somebody is told who is limited to other tenants: word for word what a thing that isn't there gets. */
  missing?: () => ExpectedError;
}

/**
 * Says what a call is about: with valid input, before anything is done. An empty list: nothing that limits speak of.
 *
 * @throws ExpectedError `not-found` where it isn't there
 */
export type FindTarget<Input> = (input: Input, db: Db) => Aim | Aim[] | Promise<Aim | Aim[]>;

/**
 * Demanded by type where the permission reaches to some tenants or stages only. `own`: the call is about nothing in particular, and shows
 * or does only what the caller's limits leave, which `run` sees to.
 */
export type Targeting<Name extends Permission | 'anyone', Input> = Name extends Permission
  ? ReachOf<Name> extends 'everywhere' | 'gateway'
    ? { target?: FindTarget<Input> }
    : { target: FindTarget<Input> | 'own' }
  : { target?: never };

/** What stands for a thing that isn't there, or isn't the caller's, where a target has no sentence of its own. */
export function notThere(): ExpectedError {
  return new ExpectedError('not-found', 'There is no such thing (any more).');
}
