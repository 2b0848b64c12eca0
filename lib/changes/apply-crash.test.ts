import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChangeWorld, changeWorld, wordsBetween } from '@/lib/changes/testing/change-world';
import { mockMethod, putMethod, setHeader, setIntegration } from '@/lib/changes/testing/edits';
import { type Death, mortalContext } from '@/lib/changes/testing/mortal-context';
import { undoApply } from '@/lib/changes/undo-apply';
import { deployments } from '@/lib/db/schema';
import { applyEdits } from '@/lib/gateway/apply-edits';
import { emptyIntegrationResponse, emptyMethodResponse } from '@/lib/gateway/defaults';
import type { Edit } from '@/lib/gateway/edits';
import type { Snapshot } from '@/lib/gateway/model';

let world: ChangeWorld;
beforeAll(async () => {
  world = await changeWorld();
});
afterAll(() => world.stop());

/** A run whose process ends, then healthy ones, as after a start of the console; false when it was done before it could end. */
async function dieThenRun(death: Death): Promise<boolean> {
  const { ctx, isDead } = mortalContext(world.olga, death);
  try {
    await world.runOnce(ctx);
  } catch (error) {
    if (!isDead()) throw error;
  }
  await world.leaseRunsOut();
  while (await world.runOnce()) await world.leaseRunsOut();
  return isDead();
}

async function expectApplied(number: number, expected: Snapshot): Promise<void> {
  expect(await world.row(number)).toMatchObject({ state: 'applied', failure: null, leaseOwner: null });
  expect(wordsBetween(await world.look(), expected)).toEqual([]);
}

/** Dies at the first, the second … until a run is done before it dies; returns how often it died. */
async function atEach(at: Death['at'], round: (death: Death) => Promise<boolean>): Promise<number> {
  for (let n = 1; ; n++) if (!(await round({ at, n }))) return n - 1;
}

describe('a process that ends between any two lines is made good by the next', () => {
  const newRoute = (name: string) => [
    putMethod(`/crash-${name}`, 'GET'),
    setHeader('/service1', 'X-Crash', `'${name}'`),
  ];

  it.each(['write', 'before-call', 'after-call'] as const)(
    'at every %s: all is there, and deployed once',
    async (at) => {
      let first = await world.look();
      const died = await atEach(at, async (death) => {
        const name = `${at}-${death.n}`;
        // What dies at calls need not die at the many writes around each of them.
        const edits = at === 'write' ? [setHeader('/service1', 'X-Crash', `'${name}'`)] : newRoute(name);
        const number = await world.request(edits, 'prod');
        const dead = await dieThenRun(death);
        first = applyEdits(first, edits);
        await expectApplied(number, first);
        const { id, deploymentId } = await world.row(number);
        const made = await world.db.select().from(deployments).where(eq(deployments.changeSetId, id));
        expect(made.map((one) => one.id)).toEqual([deploymentId]);
        const { stages } = await world.view(world.olga);
        expect(stages.find(({ name }) => name === 'prod')?.deploymentId).toBe(deploymentId);
        return dead;
      });
      // Writes: the run's own. Calls: CreateResource, four for the method, UpdateIntegration, CreateDeployment.
      expect(died).toBeGreaterThanOrEqual(at === 'write' ? 22 : 7);
    },
  );

  it('also while it is undone', async () => {
    for (const at of ['before-call', 'after-call'] as const) {
      await atEach(at, async (death) => {
        const first = await world.look();
        const number = await world.request([
          ...newRoute(`undo-${at}-${death.n}`),
          setIntegration('/service2', 'timeoutMs', 4_000),
        ]);
        await world.runOnce();
        await undoApply(world.olga, { number });
        const dead = await dieThenRun(death);
        expect((await world.row(number)).state).toBe('draft');
        expect(wordsBetween(await world.look(), first)).toEqual([]);
        return dead;
      });
    }
  });

  it('where calls take away on their way what nobody wants gone', async () => {
    const model = (contentType: string): Edit => ({
      op: 'put',
      subject: { kind: 'model', name: 'Order' },
      value: { contentType, description: null, schema: '{"type":"object"}' },
    });
    const method = mockMethod();
    const path = '/crash-collateral';
    const uses = {
      ...method,
      requestModels: { 'application/json': 'Order' },
      responses: { '200': emptyMethodResponse(), '404': emptyMethodResponse() },
      integration: method.integration && {
        ...method.integration,
        responses: {
          ...method.integration.responses,
          '404': { ...emptyIntegrationResponse(), selectionPattern: '404' },
        },
      },
    };
    await world.request([model('application/json'), putMethod(path, 'POST', uses), putMethod(path, 'PUT', uses)]);
    await world.runOnce();
    const first = await world.look();
    const to: Edit[] = [
      {
        op: 'set',
        subject: { kind: 'model', name: 'Order' },
        field: 'contentType',
        key: null,
        value: 'application/xml',
      },
      { op: 'set', subject: { kind: 'integration', path, verb: 'PUT' }, field: 'type', key: null, value: 'HTTP' },
      {
        op: 'set',
        subject: { kind: 'integration', path, verb: 'PUT' },
        field: 'uri',
        key: null,
        value: 'http://127.0.0.1:9/x',
      },
      { op: 'set', subject: { kind: 'integration', path, verb: 'PUT' }, field: 'httpMethod', key: null, value: 'PUT' },
    ];
    const applied = applyEdits(first, to);
    const died = await atEach('after-call', async (death) => {
      const number = await world.request(to);
      const dead = await dieThenRun(death);
      await expectApplied(number, applied);
      await undoApply(world.olga, { number });
      await dieThenRun(death);
      expect(wordsBetween(await world.look(), first)).toEqual([]);
      return dead;
    });
    expect(died).toBeGreaterThanOrEqual(6);
  });
});
