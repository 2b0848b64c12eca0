import 'server-only';
import { randomUUID } from 'node:crypto';
import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { recordEvent } from '@/lib/audit/record-event';
import { may, type Permission, permissionNames, permissions } from '@/lib/auth/permissions';
import { roleWithArticle } from '@/lib/auth/roles';
import type { SessionUser } from '@/lib/auth/session';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import { type ActionRequest, actionRequests, actorOf, readActionRequest } from './action-request';
import { echoValues, formValues } from './form-values';
import { type Refusal, refusalOf } from './refusal';
import type { ActionResult } from './result';

/** What an action is called in the audit log, who may call it, and what it takes. `anyone` needs no session. */
export interface ActionDefinition<Schema extends z.ZodType> {
  name: string;
  permission: Permission | 'anyone';
  input: Schema;
}

interface Call<Input> {
  input: Input;
  ctx: Context;
  /** Null only for `anyone`. */
  user: SessionUser | null;
  ip: string | null;
}

/** An action as forms (`useActionState`) and code call it: the former result first, then form data or plain input. */
export interface Action<Data, Input> {
  (previous: ActionResult<Data> | null, input: FormData | Input): Promise<ActionResult<Data>>;
  /** For the test that proves every action's permission. */
  definition: { name: string; permission: Permission | 'anyone' };
  /** The same on behalf of somebody else than the request in hand: for tests. */
  as(request: ActionRequest, input: FormData | Input): Promise<ActionResult<Data>>;
}

const metadata = z.object({ name: z.string().min(1), permission: z.enum([...permissionNames, 'anyone']) });

/** Session and permission, before anything of the input is looked at. */
const client = createSafeActionClient({
  defineMetadataSchema: () => metadata,
  handleServerError: (error, { metadata: { name } }): Refusal => refusalOf(error, name),
}).use(async ({ next, metadata: { name, permission } }) => {
  const request = actionRequests.getStore();
  if (!request) throw new Error('an action ran outside of its request');
  if (permission !== 'anyone') await permit(request, name, permission);
  return next();
});

async function permit(request: ActionRequest, action: string, permission: Permission): Promise<void> {
  if (!request.user) {
    throw new ExpectedError('not-signed-in', 'Your session has ended, so nothing was changed.', {
      fix: 'Sign in again in another tab, then repeat this here: what you typed stays.',
    });
  }
  if (may(request.user, permission)) return;
  const needs = permissions[permission].role;
  const context = await request.context(actorOf(request));
  await recordEvent(
    context,
    {
      action: 'user.action-refused',
      resourceId: request.user.email,
      after: { action, permission, needs, has: request.user.role },
    },
    { result: 'refused', message: 'The role does not allow it.' },
  );
  throw new ExpectedError(
    'not-permitted',
    `Only ${roleWithArticle[needs]} may do this; you are ${roleWithArticle[request.user.role]}.`,
    {
      fix: 'Ask an administrator of this console.',
    },
  );
}

/**
 * The one way to make a server action: session, permission, schema, verb, typed result. Export what it returns from an
 * `actions.ts` beside the page, with `'use server'` at its top.
 *
 * A foreseen failure (`ExpectedError`) is returned with its sentences; any other is logged under a reference.
 */
export function defineAction<Schema extends z.ZodType, Data>(
  { name, permission, input: schema }: ActionDefinition<Schema>,
  run: (call: Call<z.output<Schema>>) => Promise<{ data: Data; message: string }>,
): Action<Data, z.input<Schema>> {
  const safe = client
    .metadata({ name, permission })
    .inputSchema(schema, { handleValidationErrorsShape: async (errors) => flatten(errors) })
    .action(async ({ parsedInput }) => {
      const request = actionRequests.getStore();
      if (!request) throw new Error('an action ran outside of its request');
      const ctx = await request.context(actorOf(request));
      return run({ input: parsedInput as z.output<Schema>, ctx, user: request.user, ip: request.ip });
    });

  async function as(request: ActionRequest, input: FormData | z.input<Schema>): Promise<ActionResult<Data>> {
    const plain = (input instanceof FormData ? formValues(input) : input) as Parameters<typeof safe>[0];
    const { data, serverError, validationErrors } = await actionRequests.run(correlated(request), () => safe(plain));
    if (data) return { ok: true, ...data };
    const refusal = serverError ?? { message: 'Some fields need another look.', fields: validationErrors };
    return { ok: false, ...refusal, values: echoValues(input) };
  }

  const action = async (_previous: ActionResult<Data> | null, input: FormData | z.input<Schema>) =>
    as(await readActionRequest(), input);
  return Object.assign(action, { definition: { name, permission }, as });
}

/** All that is written down for one call carries the same id, and so does what it sets off. */
function correlated(request: ActionRequest): ActionRequest {
  const correlationId = randomUUID();
  return { ...request, context: async (actor) => ({ ...(await request.context(actor)), correlationId }) };
}

/** First sentence of each field, by path: `mappings.0.basePath`. */
function flatten(errors: unknown, path: string[] = [], into: Record<string, string> = {}): Record<string, string> {
  if (typeof errors !== 'object' || errors === null) return into;
  for (const [key, value] of Object.entries(errors)) {
    if (key === '_errors' && Array.isArray(value)) into[path.join('.')] ??= String(value[0]);
    else flatten(value, [...path, key], into);
  }
  return into;
}
