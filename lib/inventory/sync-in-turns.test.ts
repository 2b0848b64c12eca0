import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBasePathMapping } from '@/lib/aws/api-gateway/create-base-path-mapping';
import { createDomainName } from '@/lib/aws/api-gateway/create-domain-name';
import { deleteBasePathMapping } from '@/lib/aws/api-gateway/delete-base-path-mapping';
import { deleteDomainName } from '@/lib/aws/api-gateway/delete-domain-name';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { testDb } from '@/lib/db/test-db';
import { type SandboxAws, sandboxAws } from '@/lib/testing/sandbox-aws';
import { isAsKnown } from './is-as-known';
import { readInventory } from './read-inventory';
import { syncInventory } from './sync-inventory';
import { Turns } from './turns';

let box: SandboxAws;
let opened: OpenDb;
let ctx: Context;
const turns = { mappings: new Turns(1), certificates: new Turns(1) };
const name = (index: number) => `turn${index}.example.com`;

beforeAll(async () => {
  [box, opened] = await Promise.all([sandboxAws({ seed: true }), testDb()]);
  ctx = { db: opened.db, aws: box.aws, actor: { kind: 'system', name: 'test' }, now: () => new Date() };
  await syncInventory(ctx);
  for (let index = 0; index < 6; index++) await addDomain(index);
  expect(await syncInventory(ctx, turns)).toEqual({ failed: [] });
});
afterAll(async () => {
  await box.stop();
  await opened.close();
});

async function addDomain(index: number) {
  const certificateArn = (await readInventory(ctx.db, 'certificate')).find(
    (one) => one.domainName === '*.example.com',
  )?.arn;
  await createDomainName(ctx.aws, { name: name(index), certificateArn: certificateArn ?? '', tags: {} });
  await createBasePathMapping(ctx.aws, { ...(await target()), domainName: name(index), basePath: 'a' });
}

async function target() {
  const [mapping] = await readInventory(ctx.db, 'mapping');
  return { restApiId: mapping?.restApiId ?? '', stage: 'prod' };
}

/** The operations of one run, with how often each was called. */
async function run() {
  await box.admin('DELETE', 'calls');
  expect(await syncInventory(ctx, turns)).toEqual({ failed: [] });
  const { counters } = await box.admin<{ counters: Record<string, { calls: number }> }>('GET', 'calls');
  return (operation: string) => counters[operation]?.calls ?? 0;
}

const mappingsOf = async (domainName: string) =>
  (await readInventory(ctx.db, 'mapping')).filter((mapping) => mapping.domainName === domainName);

test('the first run read everything; the next ones a share, and nothing of the rest is lost', async () => {
  const before = await readInventory(ctx.db, 'mapping');
  expect(before).toHaveLength(7);
  const calls = await run();
  expect(calls('apigateway:GetBasePathMappings')).toBe(1);
  expect(calls('acm:DescribeCertificate')).toBe(1);
  expect(calls('acm:ListTagsForCertificate')).toBe(1);
  expect(await readInventory(ctx.db, 'mapping')).toEqual(before);
  expect(await readInventory(ctx.db, 'certificate')).toHaveLength(2);
});

test('what is new is read at once, what is gone goes with its mappings', async () => {
  await addDomain(7);
  await deleteBasePathMapping(ctx.aws, { domainName: name(0), basePath: 'a' });
  await deleteDomainName(ctx.aws, name(0));
  const calls = await run();
  expect(calls('apigateway:GetBasePathMappings')).toBeLessThanOrEqual(2);
  expect(await mappingsOf(name(7))).toHaveLength(1);
  expect(await mappingsOf(name(0))).toEqual([]);
});

test('a mapping that somebody changed elsewhere is seen when its turn comes', async () => {
  await deleteBasePathMapping(ctx.aws, { domainName: name(3), basePath: 'a' });
  await createBasePathMapping(ctx.aws, { ...(await target()), domainName: name(3), basePath: 'b' });
  let runs = 0;
  for (; runs < 8 && (await mappingsOf(name(3)))[0]?.basePath !== 'b'; runs++) await run();
  expect(await mappingsOf(name(3))).toMatchObject([{ basePath: 'b' }]);
  expect(runs).toBeLessThanOrEqual(7);
});

test('a certificate is described anew once the list shows that it changed', async () => {
  const [known] = await readInventory(ctx.db, 'certificate');
  if (known === undefined) throw new Error('no certificate');
  const { arn, names, status, issuedAt, notAfter, renewalEligible } = known;
  const listed = {
    arn,
    status,
    issuedAt,
    notAfter,
    renewalEligible,
    inUse: known.inUseBy.length > 0,
    names,
    moreNames: false,
  };
  expect(isAsKnown(listed, known)).toBe(true);
  const changes = [
    { status: 'EXPIRED' as const },
    { issuedAt: '2020-01-01T00:00:00.000Z' },
    { notAfter: null },
    { renewalEligible: !renewalEligible },
    { inUse: !listed.inUse },
  ];
  for (const change of changes) expect(isAsKnown({ ...listed, ...change }, known)).toBe(false);
  expect(isAsKnown(listed, undefined)).toBe(false);
  const pending = 'PENDING_VALIDATION';
  expect(isAsKnown({ ...listed, status: pending }, { ...known, status: pending })).toBe(false);
  expect(isAsKnown(listed, { ...known, renewalStatus: 'PENDING_AUTO_RENEWAL' })).toBe(false);
  expect(isAsKnown(listed, { ...known, renewalStatus: 'SUCCESS' })).toBe(true);
});
