import 'server-only';
import type { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import type { SessionUser } from '@/lib/auth/session';
import type { Context } from '@/lib/context';
import { databaseUnreachable } from '@/lib/db/database-error';
import { type ErrorCode, ExpectedError } from '@/lib/errors';
import { type ActionRequest, readActionRequest } from './action-request';
import { callerContext } from './caller-context';
import { permit, permitTarget } from './permit';
import type { FindTarget, Targeting } from './target';

/** What a route handler is called in the audit log, who may call it, and what it takes: the query's and the path's parts. */
export type RouteDefinition<Name extends Permission, Schema extends z.ZodType> = {
  name: string;
  permission: Name;
  input: Schema;
} & Targeting<Name, z.output<Schema>>;

interface RouteCall<Input> {
  request: Request;
  input: Input;
  ctx: Context;
  user: SessionUser;
  ip: string | null;
}

type Params = Record<string, string | string[]>;

/** A route handler as Next.js calls it. */
export interface Route {
  (request: Request, context: { params: Promise<Params> }): Promise<Response>;
  /** For the test that proves every route's permission. */
  definition: { name: string; permission: Permission; target: 'found' | 'own' | null };
  /** The same on behalf of somebody else than the request in hand: for tests. */
  as(caller: ActionRequest, request: Request, params?: Params): Promise<Response>;
}

const headers = { 'cache-control': 'no-store' };

/**
 * The one way to make a route handler for somebody who is signed in: session, permission, schema, limits (`target`), then `run`. Export what it
 * returns as `GET` or `POST` from a `route.ts`.
 *
 * Refusals are JSON, `{error, fix?}` with sentences: 401 without a session, 403 without the permission, 400 for input that isn't valid, 404 for
 * what isn't there or isn't the caller's; 409 for what can't be done now, 502 when AWS doesn't do it, 503 without the database.
 */
export function defineRoute<Name extends Permission, Schema extends z.ZodType>(
  { name, permission: asked, input: schema, target }: RouteDefinition<Name, Schema>,
  run: (call: RouteCall<z.output<Schema>>) => Promise<Response>,
): Route {
  const permission: Permission = asked;
  const find: FindTarget<z.output<Schema>> | 'own' | undefined = target;

  async function as(caller: ActionRequest, request: Request, params: Params = {}): Promise<Response> {
    try {
      const user = await permit(caller, { name, permission });
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const parsed = schema.safeParse({ ...query, ...params });
      if (!parsed.success) {
        const sentence = parsed.error.issues[0]?.message ?? 'This is no valid request.';
        return Response.json({ error: sentence }, { status: 400, headers });
      }
      if (typeof find === 'function') await permitTarget(caller, { name, permission }, find, parsed.data);
      return await run({ request, input: parsed.data, ctx: await callerContext(caller), user, ip: caller.ip });
    } catch (error) {
      const expected = error instanceof ExpectedError ? error : databaseUnreachable(error);
      if (!expected) throw error;
      const { fix } = expected.options;
      const refusal = expected.code === 'not-signed-in' ? { error: 'not signed in' } : { error: expected.message, fix };
      return Response.json(refusal, { status: statusOf(expected.code), headers });
    }
  }

  const route = async (request: Request, { params }: { params: Promise<Params> }) =>
    as(await readActionRequest(), request, await params);
  const definition = { name, permission, target: typeof find === 'function' ? 'found' : (find ?? null) } as const;
  return Object.assign(route, { definition, as });
}

function statusOf(code: ErrorCode): number {
  switch (code) {
    case 'not-signed-in':
      return 401;
    case 'not-permitted':
      return 403;
    case 'not-found':
      return 404;
    case 'invalid':
      return 400;
    case 'limit':
      return 429;
    case 'conflict':
      return 409;
    case 'database-unreachable':
      return 503;
    case 'aws-throttled':
    case 'aws-unreachable':
    case 'aws-refused':
    case 'aws-unknown':
      return 502;
    default:
      return code satisfies never;
  }
}
