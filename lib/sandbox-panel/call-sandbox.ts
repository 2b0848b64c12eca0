import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/env';
import { ExpectedError } from '@/lib/errors';

/** Whether the console works on a sandbox of its own. Only the sandbox's panels ask; nothing else knows that there is one. */
export function hasSandbox(): boolean {
  return env().target === 'sandbox';
}

/**
 * Calls one of the sandbox's own routes, `/_sandbox/<route>`, and returns its JSON, which `schema` has to accept.
 *
 * @throws ExpectedError `not-found` without a sandbox, `aws-unreachable` when it does not answer or something else does,
 * `invalid` with the sandbox's sentence when it refuses
 */
export async function callSandbox<T>(method: string, route: string, schema: z.ZodType<T>, body?: object): Promise<T> {
  if (!hasSandbox()) throw new ExpectedError('not-found', 'There is no sandbox here.');
  const answer = await send(method, route, body);
  const json: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new ExpectedError('invalid', refusalOf(json, answer.status));
  const parsed = schema.safeParse(json);
  if (!parsed.success)
    throw new ExpectedError('aws-unreachable', "What answers on the sandbox's port is not the sandbox.");
  return parsed.data;
}

async function send(method: string, route: string, body: object | undefined): Promise<Response> {
  try {
    return await fetch(`http://127.0.0.1:${env().sandboxPorts.aws}/_sandbox/${route}`, {
      method,
      signal: AbortSignal.timeout(5000),
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch (cause) {
    throw new ExpectedError('aws-unreachable', 'The sandbox does not answer.', {
      fix: 'Start it again with npm start.',
      cause,
    });
  }
}

/** The sandbox's refusals are sentences for people. */
function refusalOf(json: unknown, status: number): string {
  const parsed = z.object({ message: z.string() }).safeParse(json);
  return parsed.success ? parsed.data.message : `The sandbox refused it (${status}).`;
}
