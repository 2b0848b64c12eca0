import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '@/lib/audit/list-audit-events';
import { env } from '@/lib/env';
import { addCustomerRecord, removeCustomerRecord } from '@/lib/sandbox-panel/change-customer-dns';
import { listProviderRecords } from '@/lib/sandbox-panel/list-provider-records';
import { type TestWorld, testWorld } from '@/lib/tenants/testing/test-world';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
  // The settings are read at their first use, which is later.
  process.env.GATEHOUSE_SANDBOX_PORT = String(world.awsPort);
});
afterAll(() => world.close());

const record = { tenantSlug: 'acme', name: 'shop.acme.test', type: 'CNAME', value: 'target.test' } as const;

describe("the customer's DNS provider", () => {
  it('answers the public DNS with what was added, and notes who played the customer', async () => {
    await addCustomerRecord(world.ctx, record);
    expect(await world.network.resolver.cname('shop.acme.test')).toEqual({ outcome: 'ok', records: ['target.test'] });
    expect(await listProviderRecords('www.shop.acme.test')).toMatchObject([
      { name: 'shop.acme.test', values: ['target.test'] },
    ]);
    expect(await listProviderRecords('shop.other.test')).toEqual([]);
    const { entries } = await listAuditEvents(world.ctx.db, { action: 'sandbox.dns-changed', limit: 5 });
    expect(entries).toMatchObject([
      { tenantSlug: 'acme', resourceId: 'shop.acme.test', result: 'ok', actorName: 'op@example.com' },
    ]);
  });

  it('refuses what a provider refuses, in a sentence', async () => {
    const beside = { ...record, type: 'A', value: '192.0.2.1' } as const;
    await expect(addCustomerRecord(world.ctx, beside)).rejects.toMatchObject({ code: 'invalid' });
    await expect(addCustomerRecord(world.ctx, { ...beside, name: 'a.acme.test', value: 'x' })).rejects.toThrow(
      /"x" is not a value/,
    );
  });

  it('does without the records when something else answers on the port', async () => {
    const server = createServer((_, response) => response.end('<html>')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const before = env().sandboxPorts.aws;
    env().sandboxPorts.aws = (server.address() as AddressInfo).port;
    expect(await listProviderRecords('shop.acme.test')).toBeNull();
    env().sandboxPorts.aws = before;
    server.close();
  });

  it('forgets what was removed', async () => {
    await removeCustomerRecord(world.ctx, record);
    expect(await world.network.resolver.cname('shop.acme.test')).toEqual({ outcome: 'NXDOMAIN' });
  });
});
