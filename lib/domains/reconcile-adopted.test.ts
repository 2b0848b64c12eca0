import { afterAll, beforeAll, expect, it } from 'vitest';
import { getDomainNames } from '@/lib/aws/api-gateway/get-domain-names';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { readInventory } from '@/lib/inventory/read-inventory';

let world: World;
beforeAll(async () => {
  world = await startWorld({ seed: true });
});
afterAll(() => world.stop());

it("takes the sandbox's first tenant as it is: Live at the first look, nothing changed on AWS", async () => {
  const id = await world.idOf('customer1.example.com');
  await world.admin('DELETE', 'calls');
  const status = await world.pass(id);
  expect(status).toMatchObject({ headline: 'Live', axes: { validation: { state: 'ok' }, mapping: { state: 'ok' } } });
  const { recent } = await world.admin<{ recent: { operation: string }[] }>('GET', 'calls');
  expect(recent.filter((call) => !/^(Get|List|Describe)/.test(call.operation))).toEqual([]);
});

it('serves a new tenant beside it through the shared wildcard certificate', async () => {
  const wildcard = (await readInventory(world.ctx.db, 'certificate')).find((one) => one.domainName === '*.example.com');
  const id = await world.want('second.example.com', {
    certificateMode: 'existing',
    certificateArn: wildcard?.arn ?? '',
  });
  const status = await world.run(id, 'Live');
  expect(status.steps.slice(0, 3).map((step) => step.state)).toEqual(['skipped', 'skipped', 'skipped']);
});

it('removes the adopted tenant with what its tags say is its own, and nothing else', async () => {
  const id = await world.idOf('customer1.example.com');
  await world.wantAbsent(id);
  await world.run(id, 'Gone');
  expect((await getDomainNames(world.aws)).map((domain) => domain.name)).toEqual(['second.example.com']);
});
