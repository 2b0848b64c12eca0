import 'server-only';
import { randomUUID } from 'node:crypto';
import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { type Permission, permissionNames } from '@/lib/auth/permissions';
import type { SessionUser } from '@/lib/auth/session';
import type { Context } from '@/lib/context';
import { type ActionRequest, actionRequests, readActionRequest } from './action-request';
import { callerContext } from './caller-context';
import { echoValues, formValues } from './form-values';
import { takeMutation } from './mutation-limits';
import { permit, permitTarget } from './permit';
import { type Refusal, refusalOf } from './refusal';
import type { ActionResult } from './result';
import type { FindTarget, Targeting } from './target';

/** What an action is called in the audit log, who may call it, and what it takes. `anyone` needs no session. */
export type ActionDefinition<Name extends Permission | 'anyone', Schema extends z.ZodType> = {
  name: string;
  permission: Name;
  input: Schema;
  /** May be called by somebody who has yet to change a password that others chose, or to add a second factor. */
  inSetup?: boolean;
} & Targeting<Name, z.output<Schema>>;

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
  definition: { name: string; permission: Permission | 'anyone'; inSetup: boolean; target: 'found' | 'own' | null };
  /** The same on behalf of somebody else than the request in hand: for tests. */
  as(request: ActionRequest, input: FormData | Input): Promise<ActionResult<Data>>;
}

const metadata = z.object({
  name: z.string().min(1),
  permission: z.enum([...permissionNames, 'anyone']),
  inSetup: z.boolean(),
});

/** Session, permission and pace, before anything of the input is looked at. */
const client = createSafeActionClient({
  defineMetadataSchema: () => metadata,
  handleServerError: (error, { metadata: { name } }): Refusal => refusalOf(error, name),
}).use(async ({ next, metadata: { name, permission, inSetup } }) => {
  const request = actionRequests.getStore();
  if (!request) throw new Error('an action ran outside of its request');
  if (permission !== 'anyone') {
    await permit(request, { name, permission, inSetup });
    await takeMutation(request, name, permission);
  }
  return next();
});

/**
 * The one way to make a server action: session, permission, schema, limits (`target`), verb, typed result. Export what it returns from an
 * `actions.ts` beside the page, with `'use server'` at its top.
 *
 * A foreseen failure (`ExpectedError`) is returned with its sentences; any other is logged under a reference.
 */
export function defineAction<Name extends Permission | 'anyone', Schema extends z.ZodType, Data>(
  { name, permission: asked, input: schema, inSetup = false, target }: ActionDefinition<Name, Schema>,
  run: (call: Call<z.output<Schema>>) => Promise<{ data: Data; message: string }>,
): Action<Data, z.input<Schema>> {
  const permission: Permission | 'anyone' = asked;
  const find: FindTarget<z.output<Schema>> | 'own' | undefined = target;
  const safe = client
    .metadata({ name, permission, inSetup })
    .inputSchema(schema, { handleValidationErrorsShape: async (errors) => flatten(errors) })
    .action(async ({ parsedInput }) => {
      const request = actionRequests.getStore();
      if (!request) throw new Error('an action ran outside of its request');
      const input = parsedInput as z.output<Schema>;
      if (permission !== 'anyone' && typeof find === 'function') {
        await permitTarget(request, { name, permission }, find, input);
      }
      const ctx = await callerContext(request);
      return run({ input, ctx, user: request.user, ip: request.ip });
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
  const found = typeof find === 'function' ? 'found' : (find ?? null);
  return Object.assign(action, { definition: { name, permission, inSetup, target: found } as const, as });
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
