import { z } from 'zod';
import { Failure } from '../protocol/failure';
import type { WireAnswer, WireRequest } from '../protocol/wire';
import type { Sandbox } from '../sandbox';
import { accessLogs } from './access-logs';
import type { AdminRoute } from './admin-route';
import { backEnds } from './back-ends';
import { calls } from './calls';
import { clock } from './clock';
import { dials } from './dials';
import { dns } from './dns';
import { dnsDelegations, dnsServers, dnsZones } from './dns-authorities';
import { executions } from './executions';
import { faults } from './faults';
import { functions } from './functions';
import { health } from './health';
import { loadBalancers } from './load-balancers';
import { answerPage } from './page';
import { policy } from './policy';
import { reset } from './reset';
import { roles } from './roles';
import { schema } from './schema';
import { state } from './state';

/** `/_sandbox/<name>`, by name and method. */
const routes: Record<string, Partial<Record<string, AdminRoute>>> = {
  'access-logs': accessLogs,
  'back-ends': backEnds,
  calls,
  clock,
  dials,
  dns,
  'dns/delegations': dnsDelegations,
  'dns/servers': dnsServers,
  'dns/zones': dnsZones,
  executions,
  faults,
  functions,
  health,
  'load-balancers': loadBalancers,
  policy,
  reset,
  roles,
  schema,
  state,
};

/**
 * The routes under `/_sandbox/`: dials, faults, the customer's DNS provider and other name servers, clock, calls, IAM policy and roles, reset, health, access logs, and
 * what stands behind the gateway: functions, load balancers, executions, demo back ends. And the page at `/_sandbox` that
 * shows them.
 */
export async function answerAdmin(sandbox: Sandbox, request: WireRequest): Promise<WireAnswer> {
  try {
    if (!mayUse(request))
      throw new Failure(
        'Forbidden',
        'These routes are for this machine: call them at 127.0.0.1 or localhost, and from no other page.',
        403,
      );
    const page = await answerPage(request);
    if (page) return page;
    const [, , first = '', second] = request.path.split('/');
    const name = Object.hasOwn(routes, `${first}/${second}`) ? `${first}/${second}` : first;
    const methods = Object.hasOwn(routes, name) ? routes[name] : undefined;
    if (!methods)
      throw new Failure('NotFound', `There is no /_sandbox/${name}; there is ${Object.keys(routes).join(', ')}.`, 404);
    const route = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
    if (!route)
      throw new Failure('MethodNotAllowed', `/_sandbox/${name} takes ${Object.keys(methods).join(', ')}.`, 405);
    return json(200, await route(sandbox, { query: request.query, body: readBody(request.body) }));
  } catch (error) {
    if (error instanceof Failure) return json(error.status, { message: error.message });
    if (error instanceof z.ZodError) return json(400, { message: z.prettifyError(error) });
    throw error;
  }
}

/**
 * Only at this machine's own names: a stranger's may be pointed at this machine, and his pages would then read what the sandbox
 * shows. And of all web pages only the sandbox's own: browsers say where a page is from, and no page of anybody's may register
 * functions here.
 */
function mayUse({ headers: { host = '', origin } }: WireRequest): boolean {
  const own = `http://${host}`;
  if (!URL.canParse(own)) return false;
  const { hostname } = new URL(own);
  if (!/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return false;
  return origin === undefined || origin === own;
}

function readBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Failure('BadRequest', 'The body is not JSON.');
  }
}

function json(status: number, value: unknown): WireAnswer {
  return { status, headers: { 'Content-Type': 'application/json' }, body: `${JSON.stringify(value, null, 2)}\n` };
}
