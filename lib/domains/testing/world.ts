import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateDeploymentCommand,
  CreateRestApiCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { CreateHostedZoneCommand } from '@aws-sdk/client-route-53';
import { asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { auditEvents, domainMappings, domains, inventory, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { createNetwork } from '@/lib/dns/network';
import type { DomainStatus, Headline } from '@/lib/domains/model';
import { reconcileDomain } from '@/lib/domains/reconcile-domain';
import { readInventory } from '@/lib/inventory/read-inventory';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { createGuard } from '@/lib/net/address-guard';
import { sandboxAws } from '@/lib/testing/sandbox-aws';

type DomainRow = typeof domains.$inferInsert;

/** Long enough for every wait to be seen by a pass of its own, on a machine that is idle; no test relies on that. */
const quick = {
  validationRecordsAfterMs: 20,
  certificateIssueAfterMs: 20,
  dnsSyncMs: 20,
  inUseByLagMs: 20,
  certificateListedAfterMs: 20,
};
/** For machines where many others work, too. */
const patienceMs = 60_000;

/** A sandbox with a gateway and a zone, a database, and the eyes of a client: everything a domain lives in. */
export async function startWorld(options: { dials?: object; zone?: string; seed?: boolean } = {}) {
  const zoneName = options.zone ?? 'example.com';
  const sandbox = await sandboxAws({ dials: { ...quick, ...options.dials }, seed: options.seed });
  const { aws } = sandbox;
  const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-world-'));
  writeFileSync(path.join(directory, 'ca.pem'), sandbox.caPem);
  const network = createNetwork({
    dnsServers: [`127.0.0.1:${sandbox.ports.dns}`],
    dnsAuthorityPort: sandbox.ports.dns,
    probeHttpsPort: sandbox.ports.https,
    probeCaFile: path.join(directory, 'ca.pem'),
    guard: createGuard({
      allowedNetworks: [],
      sandboxPorts: [sandbox.ports.https],
      sandboxDnsPort: sandbox.ports.dns,
    }),
  });
  const database = await testDb();
  const ctx: Context = { db: database.db, aws, actor: { kind: 'system', name: 'reconciler' }, now: () => new Date() };
  const { restApiId, zoneId } = options.seed === true ? await seeded() : await makeContent();

  /** The sandbox's own first content, as the inventory finds it. */
  async function seeded() {
    await syncInventory(ctx);
    const [api] = await readInventory(ctx.db, 'rest-api');
    const zone = (await readInventory(ctx.db, 'hosted-zone')).find((one) => one.name === zoneName);
    return { restApiId: api?.id ?? '', zoneId: zone?.id ?? '' };
  }

  async function makeContent() {
    const api = await makeGateway();
    const zone = await aws.route53.send(new CreateHostedZoneCommand({ Name: zoneName, CallerReference: randomUUID() }));
    const id = (zone.HostedZone?.Id ?? '').replace('/hostedzone/', '');
    const data = { id, name: zoneName, private: false, recordCount: 2, comment: null };
    await ctx.db.insert(inventory).values({ kind: 'hosted-zone', key: id, data, seenAt: new Date() });
    return { restApiId: api, zoneId: id };
  }

  async function makeGateway(): Promise<string> {
    const api = await aws.apiGateway.send(
      new CreateRestApiCommand({ name: 'shared-gateway', endpointConfiguration: { types: ['REGIONAL'] } }),
    );
    const id = api.id ?? '';
    const [root] = (await aws.apiGateway.send(new GetResourcesCommand({ restApiId: id }))).items ?? [];
    const method = { restApiId: id, resourceId: root?.id, httpMethod: 'GET' };
    await aws.apiGateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
    const requestTemplates = { 'application/json': '{"statusCode": 200}' };
    await aws.apiGateway.send(new PutIntegrationCommand({ ...method, type: 'MOCK', requestTemplates }));
    await aws.apiGateway.send(new PutMethodResponseCommand({ ...method, statusCode: '200' }));
    const responseTemplates = { 'application/json': '{"hello": "tenant"}' };
    await aws.apiGateway.send(new PutIntegrationResponseCommand({ ...method, statusCode: '200', responseTemplates }));
    await aws.apiGateway.send(new CreateDeploymentCommand({ restApiId: id, stageName: 'prod' }));
    return id;
  }

  /** An operator's wish, as the onboarding verb would write it. */
  async function want(hostname: string, more: Partial<DomainRow> & { basePaths?: string[] } = {}): Promise<string> {
    const { basePaths = [''], ...row } = more;
    const slug = hostname.replaceAll('.', '-').replace('*', 'any');
    const [tenant] = await ctx.db
      .insert(tenants)
      .values({ slug, name: `Tenant & ${slug}` })
      .returning();
    const managed = hostname.endsWith(`.${zoneName}`) || hostname === zoneName;
    const [domain] = await ctx.db
      .insert(domains)
      .values({
        tenantId: tenant?.id ?? '',
        hostname,
        kind: managed ? 'managed' : 'customer',
        zoneId: managed ? zoneId : null,
        certificateMode: 'dedicated',
        gatewayDomainName: hostname,
        ...row,
      })
      .returning();
    const id = domain?.id ?? '';
    const mappings = basePaths.map((basePath) => ({ domainId: id, basePath, restApiId, stage: 'prod' }));
    if (mappings.length > 0) await ctx.db.insert(domainMappings).values(mappings);
    return id;
  }

  async function wantAbsent(id: string): Promise<void> {
    const [row] = await ctx.db.update(domains).set({ intent: 'absent' }).where(eq(domains.id, id)).returning();
    await ctx.db
      .update(tenants)
      .set({ removalRequestedAt: new Date() })
      .where(eq(tenants.id, row?.tenantId ?? ''));
  }

  /** Runs passes, without waiting as long as they say, until the headline is there or `until` holds. */
  async function run(
    id: string,
    goal: Headline | ((status: DomainStatus) => boolean),
    context: Context = ctx,
  ): Promise<DomainStatus> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const status = await reconcileDomain(context, id, { network });
      if (typeof goal === 'function' ? goal(status) : status.headline === goal) return status;
      if (Date.now() > deadline) throw new Error(`not ${goal} in time: ${JSON.stringify(status, null, 1)}`);
      await sleep(25);
    }
  }

  return {
    ...sandbox,
    ctx,
    network,
    zoneId,
    zoneName,
    restApiId,
    want,
    wantAbsent,
    confirmTakeover: (id: string) => ctx.db.update(domains).set({ takeoverConfirmed: true }).where(eq(domains.id, id)),
    run,
    async idOf(hostname: string) {
      const [row] = await ctx.db.select({ id: domains.id }).from(domains).where(eq(domains.hostname, hostname));
      return row?.id ?? '';
    },
    /** One pass. */
    pass: (id: string, context: Context = ctx) => reconcileDomain(context, id, { network }),
    async row(id: string) {
      const [row] = await ctx.db.select().from(domains).where(eq(domains.id, id));
      return row ?? null;
    },
    /** The audit log's actions about a tenant, in their order. */
    async actions(tenantSlug: string) {
      const rows = await ctx.db
        .select()
        .from(auditEvents)
        .where(eq(auditEvents.tenantSlug, tenantSlug))
        .orderBy(asc(auditEvents.id));
      return rows;
    },
    /** What the customer's own DNS provider holds. */
    customerDns: (name: string, type: string, values: string[]) =>
      sandbox.admin('PUT', 'dns', { name, type, ttl: 60, values }),
    async stop() {
      aws.close();
      await sandbox.stop();
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;
