import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import { may, type Permission, permissions } from '@/lib/auth/permissions';
import type { SessionUser } from '@/lib/auth/session';
import { setupPath } from '@/lib/auth/setup-path';
import { whyNot } from '@/lib/auth/why-not';
import { ExpectedError } from '@/lib/errors';
import { type ActionRequest, actorOf } from './action-request';
import { takeRefusal } from './mutation-limits';
import { type Aim, type FindTarget, notThere } from './target';

/** What is asked for, as the audit log names it. */
export interface Asked {
  name: string;
  permission: Permission;
  /** Also for somebody who has yet to set up their account. */
  inSetup?: boolean;
}

/**
 * Session and role: all that can be told before the input is looked at. Refusals for want of a permission are written down,
 * as many of them as one may make changes.
 *
 * @throws ExpectedError `not-signed-in`, `not-permitted`, `limit`
 */
export async function permit(request: ActionRequest, asked: Asked): Promise<SessionUser> {
  const { user } = request;
  if (!user) {
    throw new ExpectedError('not-signed-in', 'Your session has ended, so nothing was changed.', {
      fix: 'Sign in again in another tab, then repeat this here: what you typed stays.',
    });
  }
  if (!asked.inSetup && setupPath(user) !== null) {
    throw new ExpectedError('not-permitted', 'Your account is not set up yet, so nothing was changed.', {
      fix: user.mustChangePassword ? 'Change your password first.' : 'Add a second factor first.',
    });
  }
  const reason = whyNot(user, asked.permission);
  if (reason === null) return user;
  await recordRefusal(request, user, asked, {}, 'The role and its limits do not allow it.');
  throw new ExpectedError('not-permitted', reason.sentence, { fix: 'Ask an administrator of this console.' });
}

/**
 * The limits to some tenants and stages, of what a call is about. Who is limited to other tenants is told what everybody is told of a thing
 * that isn't there; the log says the truth.
 *
 * @throws ExpectedError `not-found`, `not-permitted`, `limit`
 */
export async function permitTarget<Input>(
  request: ActionRequest,
  asked: Asked,
  find: FindTarget<Input>,
  input: Input,
): Promise<void> {
  const { user } = request;
  if (!user) throw new Error('limits were asked for before the session');
  const { db } = await request.context(actorOf(request));
  const found = await find(input, db);
  for (const aim of Array.isArray(found) ? found : [found]) await permitAim(request, user, asked, aim);
}

async function permitAim(request: ActionRequest, user: SessionUser, asked: Asked, aim: Aim): Promise<void> {
  const permission = aim.permission ?? asked.permission;
  const reason = whyNot(user, permission, aim);
  if (reason === null) return;
  const { tenant, stage } = aim;
  // Nothing else stands in the way, so the answer must not tell the tenant from one that doesn't exist.
  const hidden = reason.by === 'tenants' && tenant !== undefined && may(user, permission);
  await recordRefusal(
    request,
    user,
    { ...asked, permission },
    { ...(tenant === undefined ? {} : { tenant }), ...(stage === undefined ? {} : { stage }) },
    hidden ? 'It is outside of the tenants that the user is limited to.' : reason.sentence,
  );
  if (hidden) throw (aim.missing ?? notThere)();
  throw new ExpectedError('not-permitted', reason.sentence, { fix: 'Ask an administrator of this console.' });
}

async function recordRefusal(
  request: ActionRequest,
  user: SessionUser,
  { name, permission }: Asked,
  about: object,
  message: string,
): Promise<void> {
  await takeRefusal(request, name);
  const context = await request.context(actorOf(request));
  const after = { action: name, permission, needs: permissions[permission].role, has: user.role, ...about };
  await recordEvent(
    context,
    { action: 'user.action-refused', resourceId: user.email, after },
    { result: 'refused', message },
  );
}
