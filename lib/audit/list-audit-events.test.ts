import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { longestCallMs } from '@/lib/aws/patience';
import type { Context } from '@/lib/context';
import type { OpenDb } from '@/lib/db/open-db';
import { testDb } from '@/lib/db/test-db';
import { type AuditFilter, listAuditActors, listAuditEvents, listAuditTenants } from './list-audit-events';
import { recordEvent } from './record-event';
import { writeRow } from './write-row';

let opened: OpenDb;
const start = Date.UTC(2026, 0, 1);
const at = (minute: number) => new Date(start + minute * 60_000);

beforeAll(async () => {
  opened = await testDb();
  const by = (name: string, minute: number): Pick<Context, 'db' | 'actor' | 'now'> => ({
    db: opened.db,
    now: () => at(minute),
    actor: name === 'reconciler' ? { kind: 'system', name } : { kind: 'user', id: name, name, ip: null },
  });
  for (let n = 0; n < 25; n++) {
    await recordEvent(by('Ann', n), { action: 'user.signed-in', resourceId: `ann-${n}` });
  }
  const mapping = {
    action: 'domain.mapping-created',
    resourceId: 'shop.example.com/',
    tenantSlug: 'acme',
    after: { stage: 'prod' },
  } as const;
  const intentId = await writeRow(by('reconciler', 30), mapping, { phase: 'intent' });
  await writeRow(
    by('Bob', 31),
    {
      action: 'tenant.updated',
      resourceId: 'beta',
      tenantSlug: 'beta',
      before: { name: 'B' },
      after: { name: 'Beta' },
    },
    { phase: 'event', result: 'ok' },
  );
  await writeRow(by('reconciler', 32), mapping, {
    phase: 'outcome',
    intentId,
    result: 'failed',
    message: 'No.',
    awsCalls: [],
  });
  await writeRow(by('reconciler', 33), { ...mapping, resourceId: 'cut-off' }, { phase: 'intent' });
});
afterAll(() => opened.close());

const list = (filter: Partial<AuditFilter> = {}) => listAuditEvents(opened.db, { limit: 10, now: at(120), ...filter });

test('an intent and its outcome are one entry', async () => {
  const { entries } = await list({ tenantSlug: 'acme' });
  expect(entries).toMatchObject([
    { resourceId: 'cut-off', result: 'unknown', finishedAt: null },
    {
      resourceId: 'shop.example.com/',
      result: 'failed',
      message: 'No.',
      at: at(30).toISOString(),
      finishedAt: at(32).toISOString(),
      after: { stage: 'prod' },
    },
  ]);
});

test('an intent that has just begun is running, not lost', async () => {
  const after = (ms: number) => new Date(at(33).getTime() + ms);
  const resultAfter = async (ms: number) => (await list({ tenantSlug: 'acme', now: after(ms) })).entries[0]?.result;
  expect(await resultAfter(longestCallMs)).toBe('running');
  expect(await resultAfter(2 * 60_000)).toBe('unknown');
});

test('pages follow each other without gap or repetition', async () => {
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ cursor: cursor ?? undefined });
    seen.push(...page.entries.map((entry) => entry.id));
    cursor = page.older;
  } while (cursor !== null);
  expect(seen).toHaveLength(28);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
});

test('pages can be turned both ways', async () => {
  const first = await list();
  const second = await list({ cursor: first.older ?? '' });
  expect(second.newer).toBe(String(second.entries[0]?.id));
  const back = await list({ after: second.newer ?? '' });
  expect(back).toMatchObject({ entries: first.entries, newer: null });
  const last = await list({ cursor: (await list({ cursor: second.older ?? '' })).entries.at(-2)?.id.toString() });
  expect(last.older).toBeNull();
  expect((await list({ after: last.newer ?? '', limit: 2 })).newer).not.toBeNull();
});

describe('filters', () => {
  test.each<[string, Partial<AuditFilter>, number]>([
    ['actor', { actor: 'Bob' }, 1],
    ['action', { action: 'user.signed-in', limit: 100 }, 25],
    ['tenant', { tenantSlug: 'beta' }, 1],
    ['from', { from: at(31) }, 2],
    ['to', { to: at(4) }, 5],
    ['both ends', { from: at(3), to: at(4) }, 2],
    ['resource type', { resourceType: 'mapping' }, 2],
    ['failed', { result: 'failed' }, 1],
    ['refused', { result: 'refused' }, 0],
    ['OK', { result: 'ok', limit: 100 }, 26],
    ['unknown', { result: 'unknown' }, 1],
    ['running', { result: 'running', now: at(33) }, 1],
    ['a part of a host name', { search: 'example' }, 1],
    ['the beginning of a word', { search: 'SHOP.exam' }, 1],
    ['words of actor and resource', { search: 'ann 7' }, 1],
    ['a word of the message of an outcome', { search: 'no' }, 1],
    ['words that stand in no one row', { search: 'bob shop' }, 0],
    ['signs alone', { search: "' & | ! :* \\" }, 0],
    ['signs that a query would read', { search: "ann') | ('bob" }, 0],
    ['only of some tenants', { visibleTo: { tenants: ['beta'], actorId: 'x' } }, 1],
    ['of no tenant, but the own', { visibleTo: { tenants: [], actorId: 'Ann' }, limit: 100 }, 25],
    ['of some tenants and the own', { visibleTo: { tenants: ['acme'], actorId: 'Bob' } }, 3],
    ['of all tenants', { visibleTo: { tenants: null, actorId: 'x' }, limit: 100 }, 28],
    ['nonsense as cursor', { cursor: 'x; drop table', limit: 100 }, 28],
    ['nonsense as limit', { limit: -3 }, 1],
  ])('%s', async (_, filter, count) => {
    expect((await list(filter)).entries).toHaveLength(count);
  });

  test('offer what is there', async () => {
    expect(await listAuditActors(opened.db, null)).toEqual([
      { name: 'Ann', kind: 'user' },
      { name: 'Bob', kind: 'user' },
      { name: 'reconciler', kind: 'system' },
    ]);
    expect(await listAuditTenants(opened.db, null)).toEqual(['acme', 'beta']);
  });
});
