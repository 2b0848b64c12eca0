import 'server-only';
import { audited } from '@/lib/audit/audited';
import { type TestAnswer, type TestRequest, testInvokeMethod } from '@/lib/aws/api-gateway/test-invoke-method';
import type { Context } from '@/lib/context';
import { ExpectedError } from '@/lib/errors';
import type { Verb } from '@/lib/gateway/model';
import { methodOf } from '@/lib/gateway/subjects';
import { readInventory } from '@/lib/inventory/read-inventory';
import { readWorkingCopy } from '@/lib/inventory/read-working-copy';
import type { TestedRoute } from './model';
import { parseTestLog } from './parse-test-log';
import type { TestInvokeInput } from './schemas';

/**
 * Runs a route of the working copy for real through AWS's TestInvokeMethod: its back end is called. Authorizers, API keys and
 * throttling are skipped. Audited; of the request the audit log gets names only, since values may be secrets.
 *
 * @throws ExpectedError `not-found` when the working copy has no such route
 * @throws AwsError when AWS could not run it
 */
export async function testInvoke(ctx: Context, restApiId: string, input: TestInvokeInput): Promise<TestedRoute> {
  const { path, verb } = input;
  const copy = await readWorkingCopy(ctx.db, restApiId);
  const resourceId = copy?.ids.resources[path];
  if (!copy || resourceId === undefined || !methodOf(copy.snapshot, { path, verb })) {
    throw new ExpectedError('not-found', `The working copy has no ${verb} ${path}, and AWS can test nothing else.`, {
      fix: 'Apply the change set first; it needs no deployment.',
    });
  }
  const request: TestRequest = {
    pathWithQuery: input.pathWithQuery,
    headers: byName(input.headers),
    body: input.body === '' ? null : input.body,
    stageVariables: await variablesOf(ctx, restApiId, input.stage),
  };
  const asked = {
    method: input.method,
    path: withoutValues(input.pathWithQuery),
    headerNames: Object.keys(request.headers),
    bodyLength: input.body.length,
    stage: input.stage,
  };
  const answer = await audited(
    ctx,
    { action: 'route.tested', resourceId: `${verb} ${path}`, after: asked },
    () => invoke(ctx, { restApiId, resourceId }, input, request),
    { after: ({ status, latencyMs }) => ({ ...asked, status, latencyMs }) },
  );
  return {
    path,
    verb,
    status: answer.status,
    headers: Object.entries(answer.headers).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    ),
    body: answer.body,
    latencyMs: answer.latencyMs,
    sections: parseTestLog(answer.log),
    log: answer.log,
  };
}

/** Of an ANY route by the client's method first; AWS refuses without running anything where it wants the route's own. */
async function invoke(
  { aws }: Context,
  at: { restApiId: string; resourceId: string },
  { verb, method }: TestInvokeInput,
  request: TestRequest,
): Promise<TestAnswer> {
  const first: Verb = verb === 'ANY' ? method : verb;
  try {
    return await testInvokeMethod(aws, { ...at, verb: first }, request);
  } catch (error) {
    const isUnknown = error instanceof ExpectedError && error.code === 'not-found';
    if (first === verb || !isUnknown) throw error;
    return testInvokeMethod(aws, { ...at, verb }, request);
  }
}

async function variablesOf(ctx: Context, restApiId: string, stage: string | null): Promise<Record<string, string>> {
  if (stage === null) return {};
  const stages = await readInventory(ctx.db, 'stage');
  const found = stages.find((each) => each.restApiId === restApiId && each.name === stage);
  if (found) return found.variables;
  throw new ExpectedError('not-found', `The gateway has no stage ${stage}.`);
}

function byName(headers: readonly (readonly [string, string])[]): Record<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of headers) all.set(name, [...(all.get(name) ?? []), value]);
  return Object.fromEntries(all);
}

/** `/orders?page=2&token=x` -> `/orders?page&token` */
function withoutValues(pathWithQuery: string): string {
  const [path = '', query] = pathWithQuery.split('?', 2);
  if (query === undefined) return path;
  const names = query.split(/[&;]/).map((part) => part.split('=', 1)[0] ?? '');
  return `${path}?${names.join('&')}`;
}
