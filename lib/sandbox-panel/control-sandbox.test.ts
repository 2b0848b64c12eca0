import { GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '@/lib/audit/list-audit-events';
import { env } from '@/lib/env';
import { addFault, moveClock, removeFault, resetSandbox, turnDials } from '@/lib/sandbox-panel/control-sandbox';
import { readSandbox } from '@/lib/sandbox-panel/read-sandbox';
import { addFaultSchema } from '@/lib/sandbox-panel/schemas';
import { type TestWorld, testWorld } from '@/lib/tenants/testing/test-world';
import { testClients } from '@/sandbox/test-sandbox';

let world: TestWorld;
let gateway: ReturnType<typeof testClients>['gateway'];
beforeAll(async () => {
  world = await testWorld();
  // The settings are read at their first use, which is later.
  process.env.GATEHOUSE_SANDBOX_PORT = String(world.awsPort);
  gateway = testClients(`http://127.0.0.1:${world.awsPort}`).gateway;
});
afterAll(() => world.close());

async function lastEvent(action: Parameters<typeof listAuditEvents>[1]['action']) {
  const { entries } = await listAuditEvents(world.ctx.db, { action, limit: 1 });
  return entries[0];
}

const dialOf = async (name: string) => (await readSandbox()).dials.find((dial) => dial.name === name)?.value;

describe('the controls of the sandbox', () => {
  it('turns only the dials it is told to, and notes what they were', async () => {
    await turnDials(world.ctx, { dials: { dnsSyncMs: 70, throttles: false } });
    expect(await dialOf('dnsSyncMs')).toBe(70);
    expect(await dialOf('throttles')).toBe(false);
    expect(await dialOf('maxDomainNames')).toBe(120);
    expect(await lastEvent('sandbox.dials-turned')).toMatchObject({
      result: 'ok',
      before: { dnsSyncMs: 3000, throttles: true },
      after: { dnsSyncMs: 70, throttles: false },
    });
  });

  it.each([[{ dnsSyncMs: -1 }], [{ dnsSyncMs: 'soon' }], [{ nothing: 1 }]])(
    'refuses %j in a sentence',
    async (dials) => {
      await expect(turnDials(world.ctx, { dials: dials as Record<string, number> })).rejects.toMatchObject({
        code: 'invalid',
      });
      expect(await dialOf('dnsSyncMs')).toBe(70);
    },
  );

  it('adds a fault that strikes as often as said, and lists what it did', async () => {
    const fault = addFaultSchema.parse({
      service: 'apigateway',
      operation: 'GetRestApis',
      kind: 'error',
      count: '1',
      probability: '',
      status: '503',
      code: 'ServiceUnavailableException',
    });
    await addFault(world.ctx, fault);
    expect((await readSandbox()).faults).toMatchObject([{ operation: 'GetRestApis', count: 1 }]);
    await expect(gateway.send(new GetRestApisCommand({}))).rejects.toMatchObject({
      name: 'ServiceUnavailableException',
    });
    await gateway.send(new GetRestApisCommand({}));
    const report = await readSandbox();
    expect(report.faults).toEqual([]);
    expect(report.calls.slice(0, 2)).toMatchObject([
      { operation: 'GetRestApis', status: 200 },
      { operation: 'GetRestApis', status: 503, fault: 'error' },
    ]);
    expect(await lastEvent('sandbox.fault-added')).toMatchObject({
      resourceId: 'apigateway GetRestApis',
      result: 'ok',
    });
  });

  it('removes a fault, and one that is gone already without a word', async () => {
    await addFault(world.ctx, addFaultSchema.parse({ service: 'acm', operation: '', kind: 'hang' }));
    const [fault] = (await readSandbox()).faults;
    expect(fault).toMatchObject({ service: 'acm', operation: '*' });
    const id = String(fault?.id);
    await removeFault(world.ctx, { id });
    await removeFault(world.ctx, { id });
    expect((await readSandbox()).faults).toEqual([]);
    expect(await lastEvent('sandbox.fault-removed')).toMatchObject({ resourceId: 'acm *', result: 'ok' });
  });

  it('lets time pass', async () => {
    const advanceMs = 72 * 3_600_000;
    await moveClock(world.ctx, { advanceMs });
    const { now, offsetMs } = await readSandbox();
    expect(offsetMs).toBe(advanceMs);
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(advanceMs - 60_000);
    expect(await lastEvent('sandbox.clock-moved')).toMatchObject({
      before: { offsetMs: 0 },
      after: { offsetMs: advanceMs },
    });
  });

  it('empties the sandbox and puts the first content back', async () => {
    await resetSandbox(world.ctx, { seed: false });
    expect((await readSandbox()).contents).toEqual([]);
    expect((await gateway.send(new GetRestApisCommand({}))).items).toEqual([]);
    await resetSandbox(world.ctx, { seed: true });
    expect((await gateway.send(new GetRestApisCommand({}))).items).toHaveLength(1);
    expect(await lastEvent('sandbox.reset')).toMatchObject({ after: { seed: true }, result: 'ok' });
  });

  it('says so when the sandbox is gone', async () => {
    const before = env().sandboxPorts.aws;
    env().sandboxPorts.aws = 9;
    await expect(readSandbox()).rejects.toMatchObject({ code: 'aws-unreachable' });
    await expect(turnDials(world.ctx, { dials: { dnsSyncMs: 1 } })).rejects.toMatchObject({ code: 'aws-unreachable' });
    env().sandboxPorts.aws = before;
  });
});

describe('a fault as a form sends it', () => {
  it.each([
    [{ count: '0' }, 'count'],
    [{ count: 'often' }, 'count'],
    [{ probability: '2' }, 'probability'],
    [{ status: '42' }, 'status'],
    [{ code: 'two words' }, 'code'],
    [{ latencyMs: '1.5' }, 'latencyMs'],
    [{ kind: 'earthquake' }, 'kind'],
  ])('refuses %j at its field', (some, field) => {
    const parsed = addFaultSchema.safeParse({ service: '*', operation: '', kind: 'error', ...some });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
});
