import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeTagsFromCertificate } from '@/lib/aws/acm/remove-tags-from-certificate';
import { domainNameArn } from '@/lib/aws/api-gateway/domain-name-arn';
import { getDomainNames } from '@/lib/aws/api-gateway/get-domain-names';
import { tagResource } from '@/lib/aws/api-gateway/tag-resource';
import { untagResource } from '@/lib/aws/api-gateway/untag-resource';
import { domainMappings, domains, inventory, tenants } from '@/lib/db/schema';
import { startWorld, type World } from '@/lib/domains/testing/world';
import { syncInventory } from '@/lib/inventory/sync-inventory';
import { adoptTenants } from '@/lib/tenants/adopt-tenants';
import { assignUnowned } from '@/lib/tenants/unowned/assign-unowned';
import { findUnowned } from '@/lib/tenants/unowned/find-unowned';
import { listUnowned } from '@/lib/tenants/unowned/list-unowned';
import { updateTenant } from '@/lib/tenants/update-tenant';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** What a rebuild has to bring back: everything that isn't a matter of this database alone. */
async function known() {
  const rows = await world.ctx.db
    .select({
      id: domains.id,
      hostname: domains.hostname,
      slug: tenants.slug,
      name: tenants.name,
      contact: tenants.contactEmail,
      kind: domains.kind,
      zoneId: domains.zoneId,
      certificateMode: domains.certificateMode,
      certificateArn: domains.certificateArn,
      certificateOurs: domains.certificateOurs,
      gatewayDomainName: domains.gatewayDomainName,
      gatewayDomainOurs: domains.gatewayDomainOurs,
      paths: sql<string>`(select string_agg(${domainMappings.basePath} || '>' || ${domainMappings.stage}, ',' order by ${domainMappings.basePath}) from ${domainMappings} where ${domainMappings.domainId} = ${domains.id})`,
    })
    .from(domains)
    .innerJoin(tenants, sql`${tenants.id} = ${domains.tenantId}`)
    .orderBy(asc(domains.hostname));
  return rows;
}

it('brings tenants back from the tags, and with them what may be deleted', { timeout: 120_000 }, async () => {
  const one = await world.want('one.example.com', { basePaths: ['', 'v1'] });
  await world.run(one, 'Live');
  const [first] = await known();
  const second = await world.want('two.example.com');
  const customer = await world.want('shop.customer.test', { basePaths: ['v2'] });
  const waiting = await world.run(customer, 'Waiting for tenant');
  const validation = waiting.records[0];
  await world.customerDns(validation?.name ?? '', 'CNAME', [`${validation?.value}.`]);
  await world.run(customer, (status) => status.records.some((row) => row.purpose === 'routing'));
  await world.run(second, 'Live');

  // Tags follow a contact, and one that AWS takes in no tag is left out.
  const contact = (hostname: string, contactEmail: string) =>
    updateTenant(world.ctx, { slug: hostname.replaceAll('.', '-'), name: `Tenant of ${hostname}`, contactEmail });
  await contact('one.example.com', 'it@one.test');
  await contact('two.example.com', "o'neil@two.test");
  await world.pass(one);
  await world.pass(second);
  const tagOf = async (name: string) =>
    (await getDomainNames(world.aws)).find((domain) => domain.name === name)?.tags['gatehouse:contact'];
  expect(await tagOf('one.example.com')).toBe('it@one.test');
  await contact('one.example.com', '');
  await world.pass(one);
  expect(await tagOf('one.example.com')).toBeUndefined();
  await contact('one.example.com', 'dns+one@one.test');
  await world.pass(one);

  await syncInventory(world.ctx);
  const before = await known();
  expect(before.map((row) => row.contact)).toEqual(['dns+one@one.test', null, "o'neil@two.test"]);
  expect(before.map((row) => row.hostname)).toEqual(['one.example.com', 'shop.customer.test', 'two.example.com']);
  await world.ctx.db.delete(tenants);
  await world.ctx.db.delete(inventory);
  await syncInventory(world.ctx);
  await adoptTenants(world.ctx);
  // A name loses the signs that AWS takes in no tag.
  expect(await known()).toEqual(
    before.map((row) => ({
      ...row,
      name: row.name.replaceAll('&', ' '),
      contact: row.contact?.includes("'") ? null : row.contact,
    })),
  );
  expect(first).toMatchObject({ certificateOurs: true, gatewayDomainOurs: true });

  // What comes back may go, and goes whole.
  await world.wantAbsent(one);
  await world.run(one, 'Gone');
  expect((await getDomainNames(world.aws)).map((domain) => domain.name).sort()).toEqual([
    'shop.customer.test',
    'two.example.com',
  ]);
});

it('leaves what was only given to a tenant, and brings it back as that', { timeout: 120_000 }, async () => {
  // Nobody's: its tags are taken off, and its row goes.
  const two = await world.idOf('two.example.com');
  const [domain] = (await getDomainNames(world.aws)).filter((one) => one.name === 'two.example.com');
  await world.ctx.db.delete(tenants);
  const keys = Object.keys(domain?.tags ?? {});
  await untagResource(world.aws, domainNameArn('us-east-1', 'two.example.com'), keys);
  await removeTagsFromCertificate(world.aws, domain?.certificateArn ?? '', keys);
  await syncInventory(world.ctx);
  expect(await world.idOf('two.example.com')).toBe('');
  const [host] = await listUnowned(world.ctx.db, 'two.example.com');
  expect(host).toMatchObject({ hostname: 'two.example.com', assignable: 'domain' });
  expect(host?.things.map((thing) => thing.kind)).toEqual(['gateway-domain', 'mapping', 'record', 'record']);

  await world.admin('DELETE', 'calls');
  const input = {
    tenant: { kind: 'new' as const, slug: 'found', name: 'Found & Co' },
    domains: [{ name: 'two.example.com', hostnames: [] }],
    certificates: [],
  };
  expect(await assignUnowned(world.ctx, input)).toEqual({ slug: 'found', adopted: ['two.example.com'], tagged: [] });
  const { recent } = await world.admin<{ recent: { operation: string }[] }>('GET', 'calls');
  const changes = recent.filter((call) => !/^(Get|List|Describe)/.test(call.operation));
  expect(changes.map((call) => call.operation)).toEqual(['TagResource']);
  const adopted = (await known()).find((row) => row.hostname === 'two.example.com');
  expect(adopted).toMatchObject({
    slug: 'found',
    kind: 'managed',
    certificateMode: 'existing',
    certificateOurs: false,
    gatewayDomainOurs: false,
    paths: '>prod',
  });
  expect(adopted?.id).not.toBe(two);
  expect((await world.actions('found')).map((row) => row.action)).toEqual([
    'domain.tagged',
    'domain.tagged',
    'tenant.adopted',
    'domain.adopted',
  ]);
  await expect(
    assignUnowned(world.ctx, { ...input, tenant: { kind: 'existing', slug: 'found' } }),
  ).rejects.toMatchObject({
    code: 'conflict',
    message: "two.example.com is a tenant's already.",
  });
  expect((await world.run(adopted?.id ?? '', 'Live')).headline).toBe('Live');

  await world.ctx.db.delete(tenants);
  await world.ctx.db.delete(inventory);
  await syncInventory(world.ctx);
  const back = (await known()).find((row) => row.hostname === 'two.example.com');
  expect(back).toEqual({ ...adopted, name: 'Found   Co' });

  await world.wantAbsent(adopted?.id ?? '');
  await world.run(adopted?.id ?? '', 'Gone');
  const [left] = (await getDomainNames(world.aws)).filter((one) => one.name === 'two.example.com');
  expect(left?.tags).toEqual({});
});

it('takes name and contact from the domain that tells them, whichever comes first', { timeout: 120_000 }, async () => {
  const [byHand, made] = [await world.want('abe.example.com'), await world.want('zoe.example.com')];
  await updateTenant(world.ctx, { slug: 'zoe-example-com', name: 'Zoe', contactEmail: 'it@zoe.test' });
  await world.run(byHand, 'Live');
  await world.run(made, 'Live');
  await world.pass(made);
  const tagsOf = async (name: string) => (await getDomainNames(world.aws)).find((one) => one.name === name)?.tags ?? {};
  const arn = domainNameArn('us-east-1', 'abe.example.com');
  await untagResource(world.aws, arn, Object.keys(await tagsOf('abe.example.com')));
  await tagResource(world.aws, arn, { 'gatehouse:tenant': 'zoe-example-com' });
  const before = await tagsOf('zoe.example.com');
  expect(before).toMatchObject({ 'gatehouse:tenant-name': 'Zoe', 'gatehouse:contact': 'it@zoe.test' });

  await world.ctx.db.delete(tenants);
  await world.ctx.db.delete(inventory);
  await syncInventory(world.ctx);
  const back = (await known()).filter((row) => row.slug === 'zoe-example-com');
  expect(back).toMatchObject([
    { hostname: 'abe.example.com', name: 'Zoe', contact: 'it@zoe.test', gatewayDomainOurs: false },
    { hostname: 'zoe.example.com', name: 'Zoe', contact: 'it@zoe.test', gatewayDomainOurs: true },
  ]);
  for (const { id } of back) await world.run(id, 'Live');
  expect(await tagsOf('zoe.example.com')).toEqual(before);
});

it('suggests for a wildcard the hostnames whose records lead to it, and finds records that dangle', () => {
  const target = 'd-wild.execute-api.us-east-1.amazonaws.com';
  const gatewayDomain = {
    name: '*.wild.example.com',
    status: 'AVAILABLE',
    statusMessage: null,
    certificateArn: 'arn:wild',
    endpointType: 'REGIONAL' as const,
    targetName: target,
    targetZoneId: 'Z',
    securityPolicy: null,
    tags: {},
  };
  const record = { name: 'a.wild.example.com', type: 'A', ttl: null, values: [], setIdentifier: null };
  const alias = { dnsName: target, zoneId: 'Z' };
  const source = {
    gatewayDomains: [gatewayDomain],
    mappings: [],
    certificates: [],
    records: [
      { ...record, alias },
      { ...record, name: 'b.wild.example.com', alias },
      {
        ...record,
        name: 'lost.example.com',
        alias: { ...alias, dnsName: 'd-gone.execute-api.us-east-1.amazonaws.com' },
      },
      { ...record, name: 'else.example.com', alias: null, values: ['192.0.2.1'] },
    ],
    domains: [],
  };
  const hosts = findUnowned(source);
  expect(hosts.map(({ hostname, served }) => [hostname, served])).toEqual([
    ['*.wild.example.com', ['a.wild.example.com', 'b.wild.example.com']],
    ['a.wild.example.com', []],
    ['b.wild.example.com', []],
    ['lost.example.com', []],
  ]);
  expect(hosts[3]?.things[0]?.why).toMatch(/others could take it over/);
  const row = {
    hostname: 'a.wild.example.com',
    gatewayDomainName: '*.wild.example.com',
    certificateArn: 'arn:wild',
    basePaths: [],
  };
  const rest = findUnowned({ ...source, domains: [row] });
  // The others can be assigned, too, once the first one is.
  expect(rest.map(({ hostname, assignable, served }) => [hostname, assignable, served])).toEqual([
    ['*.wild.example.com', 'wildcard', ['b.wild.example.com']],
    ['b.wild.example.com', null, []],
    ['lost.example.com', null, []],
  ]);
  const all = [row, { ...row, hostname: 'b.wild.example.com' }];
  expect(findUnowned({ ...source, domains: all }).map(({ hostname }) => hostname)).toEqual(['lost.example.com']);
});
