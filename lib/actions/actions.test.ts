import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, type Permission } from '@/lib/auth/permissions';
import { type Role, roles } from '@/lib/auth/roles';
import type { SessionUser } from '@/lib/auth/session';
import { createAws } from '@/lib/aws/clients';
import { dbPaceStore } from '@/lib/db/pace-store';
import { auditEvents } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { log } from '@/lib/log';
import type { ActionRequest } from './action-request';
import type { Action } from './define-action';

/** Every action there is and who may call it. A new action is a line here, so that somebody has thought about its permission. */
const expected: Record<string, Permission | 'anyone'> = {
  signInAction: 'anyone',
  signOutAction: 'anyone',
  checkHostnameAction: 'tenants:edit',
  previewOnboardingAction: 'tenants:edit',
  onboardTenantAction: 'tenants:onboard',
  addDomainAction: 'tenants:edit',
  updateTenantAction: 'tenants:edit',
  removeTenantAction: 'tenants:remove',
  checkNowAction: 'tenants:edit',
  requestNewCertificateAction: 'tenants:edit',
  tryRequestAction: 'tenants:edit',
  addCustomerRecordAction: 'tenants:edit',
  removeCustomerRecordAction: 'tenants:edit',
  saveEditsAction: 'change-sets:edit',
  undoEditsAction: 'change-sets:edit',
  createDraftAction: 'change-sets:edit',
  chooseDraftAction: 'change-sets:edit',
  setRouteOwnerAction: 'change-sets:edit',
  explainRequestAction: 'requests:explain',
  testInvokeAction: 'requests:test',
  renameChangeSetAction: 'change-sets:edit',
  discardChangeSetAction: 'change-sets:edit',
  takeBackDifferencesAction: 'change-sets:edit',
  resolveConflictsAction: 'change-sets:edit',
  applyChangeSetAction: 'change-sets:apply',
  continueApplyAction: 'change-sets:apply',
  undoApplyAction: 'change-sets:apply',
  stopApplyAction: 'change-sets:apply',
  importAsChangeSetAction: 'change-sets:edit',
  deployAction: 'stages:deploy',
  rollBackAction: 'stages:deploy',
  promoteAction: 'stages:deploy',
  createStageAction: 'stages:create',
  restoreAsChangeSetAction: 'change-sets:edit',
  turnDialsAction: 'sandbox:control',
  addFaultAction: 'sandbox:control',
  removeFaultAction: 'sandbox:control',
  moveClockAction: 'sandbox:control',
  resetSandboxAction: 'sandbox:control',
  verifyAuditLogAction: 'audit:manage',
  previewRetentionAction: 'audit:manage',
  setRetentionAction: 'audit:manage',
  setWebhookAction: 'audit:manage',
  renewWebhookSecretAction: 'audit:manage',
  testWebhookAction: 'audit:manage',
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
  tenants: null,
  stages: null,
});

it('knows every exported action', () => {
  expect([...actions.keys()].sort()).toEqual(Object.keys(expected).sort());
});

describe.each(Object.entries(expected))('%s', (name, permission) => {
  it(`declares ${permission}`, () => {
    expect(actions.get(name)?.definition.permission).toBe(permission);
  });

  if (permission === 'anyone') return;

  it('refuses a visitor without a session', async () => {
    const result = await actions.get(name)?.as(requestOf(null), {});
    expect(result).toMatchObject({ ok: false, message: 'Your session has ended, so nothing was changed.' });
  });

  it.each(roles.filter((has) => !may(userOf(has), permission)))('refuses %s and writes it down', async (has) => {
    const before = await database.db.$count(auditEvents);
    const result = await actions.get(name)?.as(requestOf(userOf(has)), {});
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('may do this') });
    const rows = (await database.db.select().from(auditEvents)).slice(before);
    expect(rows).toMatchObject([{ action: 'user.action-refused', result: 'refused', actorName: `${has}@example.com` }]);
  });
});
