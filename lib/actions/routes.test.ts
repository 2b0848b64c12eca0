import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, type Permission } from '@/lib/auth/permissions';
import { type Role, roles } from '@/lib/auth/roles';
import type { SessionUser } from '@/lib/auth/session';
import type { Context } from '@/lib/context';
import { auditEvents, domains, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import type { ActionRequest } from './action-request';
import type { Route } from './define-route';

/**
 * Every route handler there is, who may call it, and with another tenant's id where it takes one. `open`: it asks for no session, and
 * says in its own file why not.
 */
const expected: Record<string, Permission | 'open'> = {
  'auth/[...nextauth] GET': 'open',
  'auth/[...nextauth] POST': 'open',
  'auth/backchannel-logout POST': 'open',
  '(auth)/signed-out GET': 'open',
  '.well-known/security.txt GET': 'open',
  'health GET': 'open',
  'audit GET': 'audit:export',
  'changes/[number]/progress GET': 'gateway:view',
  'openapi GET': 'gateway:export',
  'removals/[id] GET': 'gateway:view',
  'removals/[id]/status GET': 'gateway:view',
  'search GET': 'tenants:view',
  'tenants/[slug]/status GET': 'tenants:view',
};

/** Path parameters about the tenant `theirs`, for routes that limits to other tenants must keep from it. */
const aboutOthers: Record<string, Record<string, string>> = {
  'tenants/[slug]/status GET': { slug: 'theirs' },
};

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const root = path.resolve(import.meta.dirname, '../../app');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|\/)route\.tsx?$/.test(file),
);
const routes = new Map<string, Route>();
for (const file of files) {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(path.join(root, file)).href);
  const place = path.dirname(file).replace(/^api\//, '');
  for (const method of methods) if (exported[method]) routes.set(`${place} ${method}`, exported[method] as Route);
}

let database: Awaited<ReturnType<typeof testDb>>;
beforeAll(async () => {
  // All calls here are one user's.
  process.env.GATEHOUSE_CHANGES_PER_MINUTE = '99999';
  database = await testDb();
  for (const slug of ['mine', 'theirs']) {
    const [tenant] = await database.db.insert(tenants).values({ slug, name: slug }).returning();
    const hostname = `${slug}.example.org`;
    await database.db.insert(domains).values({
      tenantId: tenant?.id ?? '',
      hostname,
      kind: 'customer',
      certificateMode: 'dedicated',
      gatewayDomainName: hostname,
    });
  }
});
afterAll(async () => {
  delete process.env.GATEHOUSE_CHANGES_PER_MINUTE;
  await database.close();
});

const callerOf = (user: SessionUser | null): ActionRequest => ({
  user,
  ip: '192.0.2.1',
  context: async (actor) => ({ db: database.db, actor, now: () => new Date() }) as Context,
});

const userOf = (role: Role, tenants: string[] | null = null): SessionUser => ({
  id: '00000000-0000-4000-8000-000000000001',
  email: `${role}@example.com`,
  name: role,
  role,
  tenants,
  stages: null,
  sessionId: '00000000-0000-4000-8000-000000000002',
  method: 'password',
  mustChangePassword: false,
  mustAddSecondFactor: false,
});

async function ask(name: string, user: SessionUser | null, params: Record<string, string> = {}, query = '') {
  const before = await database.db.$count(auditEvents);
  const answer = await routes
    .get(name)
    ?.as(callerOf(user), new Request(`https://console.example.org/${query}`), params);
  const rows = (await database.db.select().from(auditEvents).orderBy(auditEvents.id)).slice(before);
  return { status: answer?.status, body: await answer?.json(), rows };
}

it('knows every route handler', () => {
  expect([...routes.keys()].sort()).toEqual(Object.keys(expected).sort());
});

it('knows which routes are about a tenant', () => {
  const found = [...routes].filter(([, { definition }]) => definition?.target === 'found').map(([name]) => name);
  expect(found.sort()).toEqual(Object.keys(aboutOthers).sort());
});

describe.each(Object.entries(expected))('%s', (name, permission) => {
  it(`declares ${permission}`, () => {
    expect(routes.get(name)?.definition?.permission ?? 'open').toBe(permission);
  });

  if (permission === 'open') return;

  it('refuses a visitor without a session', async () => {
    expect(await ask(name, null)).toMatchObject({ status: 401, body: { error: 'not signed in' } });
  });

  it('refuses who has yet to change a password that others chose', async () => {
    const user = { ...userOf('administrator'), mustChangePassword: true };
    expect(await ask(name, user)).toMatchObject({ status: 403, body: { fix: 'Change your password first.' } });
  });

  it.each(roles.filter((has) => !may(userOf(has), permission)))('refuses %s and writes it down', async (has) => {
    const { status, body, rows } = await ask(name, userOf(has));
    expect({ status, body }).toMatchObject({ status: 403, body: { error: expect.stringContaining('may do this') } });
    expect(rows).toMatchObject([{ action: 'user.action-refused', result: 'refused', actorName: `${has}@example.com` }]);
  });

  if (may(userOf('administrator', []), permission)) return;

  it('refuses who is limited to no tenant at all', async () => {
    const { status, rows } = await ask(name, userOf('administrator', []));
    expect(status).toBe(403);
    expect(rows).toMatchObject([{ action: 'user.action-refused', result: 'refused' }]);
  });
});

describe.each(Object.entries(aboutOthers))('%s about another tenant', (name, params) => {
  it('is answered like one about nothing, and written down', async () => {
    const { status, body, rows } = await ask(name, userOf('operator', ['mine']), params);
    expect(status).toBe(404);
    expect(rows).toMatchObject([{ action: 'user.action-refused', after: { tenant: 'theirs' } }]);
    const nothing = await ask(name, userOf('operator', ['mine']), { ...params, slug: 'nothing' });
    expect(JSON.stringify(body).replaceAll('theirs', 'nothing')).toEqual(JSON.stringify(nothing.body));
  });

  it('is answered to who deals with it', async () => {
    expect(await ask(name, userOf('viewer', ['theirs']), params)).toMatchObject({ status: 200, rows: [] });
  });
});

it('finds only the tenants of who searches', async () => {
  const slugs = async (tenants: string[] | null) =>
    (await ask('search GET', userOf('viewer', tenants), {}, '?q=example.org')).body.map(
      ({ slug }: { slug: string }) => slug,
    );
  expect(await slugs(null)).toEqual(['mine', 'theirs']);
  expect(await slugs(['mine'])).toEqual(['mine']);
});

it.each([
  ['openapi GET', '?of=everything', 'of is working, stage:NAME or deployment:ID; as is json or yaml'],
  ['audit GET', '?format=xml', 'format is csv or jsonl'],
  ['audit GET', '', 'format is csv or jsonl'],
])('answers input of %s that is none with its sentence: "%s"', async (name, query, error) => {
  expect(await ask(name, userOf('operator'), {}, query)).toMatchObject({ status: 400, body: { error } });
});

it('downloads what the filter of the audit log finds', async () => {
  await ask('audit GET', userOf('viewer'), {}, '?format=csv');
  const query = '?format=jsonl&action=user.action-refused&actor=viewer@example.com&page=nonsense';
  const request = new Request(`https://console.example.org/${query}`);
  const answer = await routes.get('audit GET')?.as(callerOf(userOf('operator')), request);
  expect(answer?.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-log-.*\.jsonl"$/);
  const rows = ((await answer?.text()) ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows[0]).toMatchObject({ after: { action: 'export-audit-log', permission: 'audit:export' } });
  expect(new Set(rows.map(({ actorName }) => actorName))).toEqual(new Set(['viewer@example.com']));
});
