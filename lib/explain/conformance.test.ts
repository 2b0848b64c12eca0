import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMethod } from '@/lib/gateway/mapping/testing/sample-method';
import { type ConformanceWorld, conformanceWorld, type DeployedGateway } from './testing/conformance-world';
import { expectAgreement } from './testing/expect-agreement';
import { routeCase } from './testing/route-cases';

const forMs = 4_000;

let world: ConformanceWorld;
beforeAll(async () => {
  world = await conformanceWorld();
});
afterAll(() => world.stop());

/** The case that differs, not all forty of its gateway. */
async function failWithTheCase(
  details: Pick<fc.RunDetails<unknown>, 'failed' | 'errorInstance' | 'seed'>,
): Promise<void> {
  if (details.failed) throw new Error(`seed ${details.seed}`, { cause: details.errorInstance });
}

it('what resolve says is what the back end gets, for gateways and requests at random', async () => {
  /** As long as this, not as many: machines differ. Runs come after each other, so what is left of them does nothing. */
  const end = Date.now() + forMs;
  const outcomes = new Map<string, number>();
  const cases = fc.array(routeCase(world.backEnd.origin), { minLength: 40, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(cases, async (all) => {
      if (Date.now() > end) return;
      const routes = all.map(({ verb, tail, method }, index) => [`${verb} /r${index}${tail}`, method] as const);
      const gateway = await world.deploy(Object.fromEntries(routes));
      for (const [index, each] of all.entries()) {
        const happened = await world.ask(gateway, { ...each.request, path: `/r${index}${each.request.path}` });
        const { resolution } = happened;
        const outcome = resolution.outcome === 'refused' ? String(resolution.refusal.status) : resolution.outcome;
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        try {
          expectAgreement(happened);
        } catch (error) {
          throw new Error(`${JSON.stringify(each, null, 1)}\n${String(error)}`, { cause: error });
        }
      }
    }),
    { numRuns: 15, endOnFailure: true, asyncReporter: failWithTheCase },
  );
  for (const outcome of ['sent', '403', '415', '500']) expect(outcomes.get(outcome), outcome).toBeGreaterThan(0);
});

describe('routes are chosen as the gateway chooses them', () => {
  const resources = [
    'GET /',
    'GET /part1',
    'GET /part1/fixed',
    'ANY /part1/fixed',
    'POST /test',
    'GET /users/{id}',
    'GET /users/{id}/orders',
    'ANY /users/me',
    'OPTIONS /{proxy+}',
    'GET /{proxy+}',
  ];
  let gateway: DeployedGateway;
  beforeAll(async () => {
    const routes = resources.map(
      (route, index) => [route, sampleMethod({ uri: `${world.backEnd.origin}/${index}` })] as const,
    );
    gateway = await world.deploy(Object.fromEntries(routes));
  });

  it.each([
    ['GET /', 'GET /'],
    ['GET /part1', 'GET /part1'],
    ['GET /part1/', 'GET /part1'],
    ['GET //part1', 'GET /part1'],
    ['GET /PART1', 'GET /{proxy+}'],
    ['GET /part1/fixed', 'GET /part1/fixed'],
    ['PUT /part1/fixed', 'ANY /part1/fixed'],
    ['GET /part1/other', 'GET /{proxy+}'],
    ['OPTIONS /test', 'OPTIONS /{proxy+}'],
    ['DELETE /test', null],
    ['POST /', null],
    ['GET /users', 'GET /{proxy+}'],
    ['GET /users/7', 'GET /users/{id}'],
    ['GET /users/me', 'ANY /users/me'],
    ['GET /users/me/orders', 'GET /users/{id}/orders'],
    ['GET /users/7/orders/8', 'GET /{proxy+}'],
    ['GET /users/%2Fx', 'GET /users/{id}'],
    ['GET /users//orders', 'GET /{proxy+}'],
    ['GET /a//b/', 'GET /{proxy+}'],
  ])('%s -> %s', async (asked, route) => {
    const [verb = '', path = ''] = asked.split(' ');
    const happened = await world.ask(gateway, { verb, path, headers: [], body: '' });
    expectAgreement(happened);
    const { route: found } = happened.resolution;
    expect(found && `${found.verb} ${found.path}`).toBe(route);
    expect(happened.got[0]?.path).toBe(route === null ? undefined : `/${resources.indexOf(route)}`);
  });
});
