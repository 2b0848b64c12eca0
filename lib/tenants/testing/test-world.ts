import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAws } from '@/lib/aws/clients';
import type { Context } from '@/lib/context';
import { dbPaceStore } from '@/lib/db/pace-store';
import { inventory } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { createNetwork, type Network } from '@/lib/dns/network';
import { itemKey } from '@/lib/inventory/item-key';
import type { InventoryKind, InventoryKinds } from '@/lib/inventory/model';
import { log } from '@/lib/log';
import { createGuard } from '@/lib/net/address-guard';
import type { OnboardTenantInput } from '@/lib/tenants/schemas';
import { startSandbox } from '@/sandbox/start';

export interface TestWorld {
  ctx: Context;
  network: Network;
  /** Of the sandbox's AWS endpoint. */
  awsPort: number;
  /** Adds items to the inventory cache. */
  know<Kind extends InventoryKind>(kind: Kind, ...items: InventoryKinds[Kind][]): Promise<void>;
  /** Plays the customer at the DNS provider. */
  putCustomerRecord(name: string, type: string, value: string): Promise<void>;
  close(): Promise<void>;
}

/** For tests of verbs: a fresh database with a gateway and a zone in its cache, and the sandbox's real DNS. */
export async function testWorld(): Promise<TestWorld> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-'));
  const sandbox = await startSandbox({ dataDir, ports: { aws: 0, http: 0, https: 0, dns: 0 }, seed: true });
  const { db, close } = await testDb();
  const aws = createAws({ region: 'us-east-1', endpoint: sandbox.url, paceStore: dbPaceStore(db), quotaScale: 1, log });
  const actor = {
    kind: 'user',
    id: '00000000-0000-4000-8000-00000000000a',
    name: 'op@example.com',
    ip: '192.0.2.1',
  } as const;
  const dns = `127.0.0.1:${sandbox.ports.dns}`;
  const world: TestWorld = {
    ctx: { db, aws, actor, now: () => new Date() },
    network: createNetwork({
      dnsServers: [dns],
      dnsAuthorityPort: sandbox.ports.dns,
      probeHttpsPort: sandbox.ports.https,
      probeCaFile: null,
      guard: createGuard({
        allowedNetworks: [],
        sandboxPorts: [sandbox.ports.https],
        sandboxDnsPort: sandbox.ports.dns,
      }),
    }),
    awsPort: sandbox.ports.aws,
    async know(kind, ...items) {
      const rows = items.map((item) => ({ kind, key: itemKey(kind, item), data: item, seenAt: new Date() }));
      await db.insert(inventory).values(rows);
    },
    async putCustomerRecord(name, type, value) {
      const body = JSON.stringify({ name, type, ttl: 60, values: [value] });
      const response = await fetch(`${sandbox.url}/_sandbox/dns`, { method: 'PUT', body });
      if (!response.ok) throw new Error(await response.text());
    },
    async close() {
      aws.close();
      await close();
      await sandbox.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await world.know('rest-api', {
    id: 'api1',
    name: 'shared-gateway',
    description: null,
    createdAt: null,
    endpointType: 'REGIONAL',
    executeApiDisabled: false,
    tags: { 'gatehouse:gateway': 'shared' },
  });
  await world.know('stage', {
    restApiId: 'api1',
    name: 'prod',
    deploymentId: 'd1',
    description: null,
    updatedAt: null,
    variables: {},
  });
  await world.know('hosted-zone', { id: 'Z1', name: 'example.com', private: false, recordCount: 2, comment: null });
  return world;
}

let submissions = 0;

/** A form that is fine. */
export function goodForm(over: Partial<OnboardTenantInput> = {}): OnboardTenantInput {
  submissions += 1;
  return {
    name: 'Customer Two',
    slug: 'customer2',
    contactEmail: '',
    kind: 'managed',
    zoneId: 'Z1',
    label: 'customer2',
    hostname: '',
    certificate: 'dedicated',
    mappings: [{ basePath: '', stage: 'prod' }],
    confirmHostname: '',
    submissionId: `00000000-0000-4000-8000-${String(submissions).padStart(12, '0')}`,
    ...over,
  };
}

/** The form's fields that a verb refuses, or null when it does not refuse. */
export async function refusedFields(run: Promise<unknown>): Promise<Record<string, string> | null> {
  try {
    await run;
    return null;
  } catch (error) {
    if (error instanceof Error && 'options' in error) {
      const { fields } = error.options as { fields?: Record<string, string> };
      return fields ?? {};
    }
    throw error;
  }
}
