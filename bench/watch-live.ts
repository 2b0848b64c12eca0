// Watches live domains on a clock that it moves itself, and counts what that asks of AWS and of the DNS. Prints JSON. Run with
// `--conditions=react-server`.

import { createNetwork } from '@/lib/dns/network';
import { reconcileDomain } from '@/lib/domains/reconcile-domain';
import { startWorld } from '@/lib/domains/testing/world';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { createGuard } from '@/lib/net/address-guard';
import { startDnsRelay } from './dns-relay';

const domains = 8;
const hours = 6;

const world = await startWorld({ seed: true });
const relay = await startDnsRelay(world.ports.dns);
const calls = async () => (await world.admin<{ total: number }>('GET', 'calls')).total;
const network = createNetwork({
  dnsServers: [`127.0.0.1:${relay.port}`],
  probeHttpsPort: world.ports.https,
  probeCaFile: null,
  guard: createGuard({ allowedNetworks: [], sandboxPorts: [world.ports.https] }),
});
const watched = { ...network, secureContext: world.network.secureContext };

/** Calls of one sync that reads everything, now. */
async function syncCalls(): Promise<number> {
  const before = await calls();
  await syncInventory(world.ctx);
  return (await calls()) - before;
}

const withoutThem = await syncCalls();
const ids: string[] = [];
for (let index = 0; index < domains; index++) {
  const id = await world.want(`watched${index}.example.com`);
  await world.run(id, 'Live');
  ids.push(id);
}
const withThem = await syncCalls();

const before = { calls: await calls(), questions: relay.count() };
const start = Date.now();
let passes = 0;
for (const id of ids) {
  for (let at = start; at < start + hours * 3_600_000; ) {
    const now = new Date(at);
    const status = await reconcileDomain({ ...world.ctx, now: () => now }, id, { network: watched });
    if (status.headline !== 'Live') throw new Error(`not Live any more: ${status.sentence}`);
    passes += 1;
    const next = (await world.row(id))?.nextCheckAt?.getTime() ?? Number.POSITIVE_INFINITY;
    at = Math.max(at + 1_000, next);
  }
}
const share = domains * hours;
console.log(
  JSON.stringify({
    passesAnHour: passes / share,
    callsAnHour: ((await calls()) - before.calls) / share,
    questionsAnHour: (relay.count() - before.questions) / share,
    sync: { base: withoutThem, perDomain: (withThem - withoutThem) / domains },
  }),
);
relay.close();
await world.stop();
process.exit(0);
