import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permits, type Role, roles } from '@/lib/auth/roles';
import type { SessionUser } from '@/lib/auth/session';
import { createAws } from '@/lib/aws/clients';
import { dbPaceStore } from '@/lib/db/pace-store';
import { auditEvents } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { log } from '@/lib/log';
import type { ActionRequest } from './action-request';
import type { Action } from './define-action';

/** Every action there is and who may call it. A new action is a line here, so that somebody has thought about its role. */
const expected: Record<string, Role | 'anyone'> = {
  signInAction: 'anyone',
  signOutAction: 'anyone',
  checkHostnameAction: 'operator',
  previewOnboardingAction: 'operator',
  onboardTenantAction: 'operator',
  addDomainAction: 'operator',
  updateTenantAction: 'operator',
  removeTenantAction: 'operator',
  checkNowAction: 'operator',
  requestNewCertificateAction: 'operator',
  tryRequestAction: 'operator',
  addCustomerRecordAction: 'operator',
  removeCustomerRecordAction: 'operator',
  saveEditsAction: 'operator',
  undoEditsAction: 'operator',
  createDraftAction: 'operator',
  chooseDraftAction: 'operator',
  setRouteOwnerAction: 'operator',
  explainRequestAction: 'viewer',
  testInvokeAction: 'operator',
  renameChangeSetAction: 'operator',
  discardChangeSetAction: 'operator',
  takeBackDifferencesAction: 'operator',
  resolveConflictsAction: 'operator',
  applyChangeSetAction: 'operator',
  continueApplyAction: 'operator',
  undoApplyAction: 'operator',
  stopApplyAction: 'operator',
  importAsChangeSetAction: 'operator',
  deployAction: 'operator',
  rollBackAction: 'operator',
  promoteAction: 'operator',
  createStageAction: 'operator',
  restoreAsChangeSetAction: 'operator',
  turnDialsAction: 'administrator',
  addFaultAction: 'administrator',
  removeFaultAction: 'administrator',
  moveClockAction: 'administrator',
  resetSandboxAction: 'administrator',
};

const root = path.resolve(import.meta.dirname, '../../app');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|\/)actions\.ts$/.test(file),
);
const actions = new Map<string, Action<unknown, unknown>>();
for (const file of files) {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(path.join(root, file)).href);
  for (const [name, value] of Object.entries(exported)) actions.set(name, value as Action<unknown, unknown>);
}

let database: Awaited<ReturnType<typeof testDb>>;
beforeAll(async () => {
  database = await testDb();
});
afterAll(() => database.close());

/** AWS at a port where nothing listens: a refused action that called it all the same would fail the test. */
function requestOf(user: SessionUser | null): ActionRequest {
  const aws = createAws({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:9',
    paceStore: dbPaceStore(database.db),
    quotaScale: 1,
    log,
  });
  return { user, ip: '192.0.2.1', context: async (actor) => ({ db: database.db, aws, actor, now: () => new Date() }) };
}

const userOf = (role: Role): SessionUser => ({
  id: '00000000-0000-4000-8000-000000000001',
  email: `${role}@example.com`,
  name: role,
  role,
});

it('knows every exported action', () => {
  expect([...actions.keys()].sort()).toEqual(Object.keys(expected).sort());
});

describe.each(Object.entries(expected))('%s', (name, role) => {
  it(`declares ${role}`, () => {
    expect(actions.get(name)?.definition.role).toBe(role);
  });

  if (role === 'anyone') return;

  it('refuses a visitor without a session', async () => {
    const result = await actions.get(name)?.as(requestOf(null), {});
    expect(result).toMatchObject({ ok: false, message: 'Your session has ended, so nothing was changed.' });
  });

  it.each(roles.filter((has) => !permits(has, role)))('refuses %s and writes it down', async (has) => {
    const before = await database.db.$count(auditEvents);
    const result = await actions.get(name)?.as(requestOf(userOf(has)), {});
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('may do this') });
    const rows = (await database.db.select().from(auditEvents)).slice(before);
    expect(rows).toMatchObject([{ action: 'user.action-refused', result: 'refused', actorName: `${has}@example.com` }]);
  });
});
