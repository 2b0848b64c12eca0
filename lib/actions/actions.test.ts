import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, type Permission, permissions } from '@/lib/auth/permissions';
import { type Role, roles } from '@/lib/auth/roles';
import type { SessionUser } from '@/lib/auth/session';
import { createAws } from '@/lib/aws/clients';
import { dbPaceStore } from '@/lib/db/pace-store';
import { auditEvents, changeSets, domains, shareLinks, snapshots, tenants } from '@/lib/db/schema';
import { testDb } from '@/lib/db/test-db';
import { log } from '@/lib/log';
import type { ActionRequest } from './action-request';
import type { Action } from './define-action';

/** Every action there is and who may call it. A new action is a line here, so that somebody has thought about its permission. */
const expected: Record<string, Permission | 'anyone'> = {
  signInAction: 'anyone',
  signOutAction: 'anyone',
  secondStepAction: 'anyone',
  acceptInvitationAction: 'anyone',
  changeProfileAction: 'account:own',
  changePasswordAction: 'account:own',
  enableSecondFactorAction: 'account:own',
  disableSecondFactorAction: 'account:own',
  renewRecoveryCodesAction: 'account:own',
  endSessionAction: 'account:own',
  endOtherSessionsAction: 'account:own',
  signOutEverywhereAction: 'account:own',
  saveSignInPolicyAction: 'settings:manage',
  saveRoleMappingAction: 'settings:manage',
  checkHostnameAction: 'tenants:edit',
  previewOnboardingAction: 'tenants:edit',
  onboardTenantAction: 'tenants:onboard',
  readBatchFileAction: 'tenants:onboard',
  checkLinesAction: 'tenants:onboard',
  startBatchAction: 'tenants:onboard',
  pauseBatchAction: 'tenants:onboard',
  resumeBatchAction: 'tenants:onboard',
  cancelBatchAction: 'tenants:onboard',
  retryBatchAction: 'tenants:onboard',
  moveDomainAction: 'tenants:move',
  changeHostnameAction: 'tenants:edit',
  retirePredecessorAction: 'tenants:remove',
  addDomainAction: 'tenants:edit',
  updateTenantAction: 'tenants:edit',
  removeTenantAction: 'tenants:remove',
  removeDomainAction: 'tenants:remove',
  previewRemovalAction: 'tenants:remove',
  continueRemovalAction: 'tenants:remove',
  assignUnownedAction: 'tenants:move',
  checkNowAction: 'tenants:edit',
  runDoctorAction: 'tenants:edit',
  applyFixAction: 'tenants:edit',
  requestNewCertificateAction: 'tenants:edit',
  requestCertificateAction: 'certificates:manage',
  importCertificateAction: 'certificates:manage',
  publishValidationAction: 'certificates:manage',
  checkCertificateAction: 'certificates:manage',
  deleteCertificateAction: 'certificates:manage',
  replaceCertificateAction: 'certificates:manage',
  tryRequestAction: 'tenants:edit',
  addCustomerRecordAction: 'tenants:edit',
  removeCustomerRecordAction: 'tenants:edit',
  checkSharedDomainAction: 'anyone',
  createShareLinkAction: 'tenants:share',
  revokeShareLinkAction: 'tenants:share',
  sendRecordsMailAction: 'tenants:share',
  testHandshakeAction: 'tenants:edit',
  cutOverAction: 'tenants:edit',
  takeBackAction: 'tenants:edit',
  saveDomainSettingsAction: 'settings:manage',
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
  requestApprovalAction: 'change-sets:edit',
  decideApprovalAction: 'change-sets:approve',
  withdrawApprovalAction: 'gateway:view',
  protectStageAction: 'stages:protect',
  inviteUserAction: 'users:manage',
  reinviteUserAction: 'users:manage',
  changeAccessAction: 'users:manage',
  disableUserAction: 'users:manage',
  enableUserAction: 'users:manage',
  resetSecondFactorAction: 'users:manage',
  setOneTimePasswordAction: 'users:manage',
  turnDialsAction: 'sandbox:control',
  addFaultAction: 'sandbox:control',
  removeFaultAction: 'sandbox:control',
  moveClockAction: 'sandbox:control',
  refreshIdentityAction: 'settings:manage',
  runPreflightAction: 'settings:manage',
  confirmMutationsAction: 'settings:manage',
  resetSandboxAction: 'sandbox:control',
  verifyAuditLogAction: 'audit:manage',
  previewRetentionAction: 'audit:manage',
  setRetentionAction: 'audit:manage',
  setWebhookAction: 'audit:manage',
  renewWebhookSecretAction: 'audit:manage',
  testWebhookAction: 'audit:manage',
};

const hash = 'a'.repeat(64);
const theirDomain = '00000000-0000-4000-8000-00000000000d';
const theirLink = '00000000-0000-4000-8000-0000000000dd';
const domainForm = {
  kind: 'customer',
  zoneId: '',
  label: '',
  hostname: 'new.example.org',
  certificate: 'dedicated',
  mappings: [{ basePath: '', stage: 'prod' }],
  confirmHostname: '',
  submissionId: '00000000-0000-4000-8000-0000000000ff',
};
const record = { name: 'shop.theirs.example.org', type: 'CNAME', value: 'elsewhere.example.org' };

/** Input about the tenant `theirs`, for actions that limits to other tenants must keep from it. */
const aboutOthers: Record<string, unknown[]> = {
  previewOnboardingAction: [{ ...domainForm, slug: 'theirs' }],
  addDomainAction: [{ ...domainForm, slug: 'theirs' }],
  updateTenantAction: [{ slug: 'theirs', name: 'Taken over', contactEmail: '' }],
  removeTenantAction: [{ slug: 'theirs', confirmSlug: 'theirs' }],
  removeDomainAction: [{ domainId: theirDomain, confirmHostname: 'shop.theirs.example.org' }],
  previewRemovalAction: [
    { slug: 'theirs', domainId: null },
    { slug: 'mine', domainId: theirDomain },
  ],
  continueRemovalAction: [{ domainId: theirDomain, confirmHostname: 'shop.theirs.example.org' }],
  checkNowAction: [{ domainId: theirDomain }],
  runDoctorAction: [{ domainId: theirDomain }],
  applyFixAction: [{ domainId: theirDomain, check: 'routing-record', code: 'missing' }],
  requestNewCertificateAction: [{ domainId: theirDomain }],
  changeHostnameAction: [
    {
      domainId: theirDomain,
      hostname: 'new.example.org',
      certificate: 'dedicated',
      confirmHostname: '',
      submissionId: '00000000-0000-4000-8000-0000000000ff',
    },
  ],
  retirePredecessorAction: [{ domainId: theirDomain, confirmHostname: 'shop.theirs.example.org' }],
  tryRequestAction: [{ domainId: theirDomain, method: 'GET', path: '/', body: '' }],
  createShareLinkAction: [{ slug: 'theirs', days: 14 }],
  revokeShareLinkAction: [{ id: theirLink }],
  sendRecordsMailAction: [{ slug: 'theirs' }],
  testHandshakeAction: [{ domainId: theirDomain }],
  cutOverAction: [{ domainId: theirDomain, confirmHostname: 'shop.theirs.example.org' }],
  takeBackAction: [{ domainId: theirDomain }],
  addCustomerRecordAction: [
    { ...record, tenantSlug: 'theirs' },
    // Under the own tenant's name, but at others' hostname; and at nobody's.
    { ...record, tenantSlug: 'mine' },
    { ...record, tenantSlug: 'mine', name: 'example.org' },
  ],
  removeCustomerRecordAction: [
    { tenantSlug: 'theirs', name: record.name, type: 'CNAME' },
    { tenantSlug: 'mine', name: record.name, type: 'CNAME' },
  ],
};

/** Input about the stage `prod`, for actions that limits to other stages must keep from it. */
const aboutProd: Record<string, unknown[]> = {
  deployAction: [{ stage: 'prod', description: '', expectedHash: hash }],
  rollBackAction: [{ stage: 'prod', deploymentId: 'abc123' }],
  promoteAction: [{ from: 'dev', to: 'prod', deploymentId: 'abc123' }],
  createStageAction: [{ name: 'prod', deploymentId: null, description: '', variables: {} }],
  applyChangeSetAction: [{ number: 1, version: 1, deployTo: 'prod', description: '', expectedHash: hash }],
  continueApplyAction: [{ number: 1, deploy: true }],
  // It has edits of the stage's own settings.
  undoApplyAction: [{ number: 1 }],
  decideApprovalAction: [{ number: 1, version: 1, resultHash: hash, stage: 'prod', decision: 'approved', comment: '' }],
};

/** Permissions that reach to tenants or stages, of calls that are about none in particular. */
const aboutNothing = ['checkHostnameAction'];

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
  // All calls here are one user's.
  process.env.GATEHOUSE_CHANGES_PER_MINUTE = '99999';
  database = await testDb();
  const { db } = database;
  const made = await db
    .insert(tenants)
    .values(['mine', 'theirs'].map((slug) => ({ slug, name: slug })))
    .returning();
  for (const { id, slug } of made) {
    const hostname = `shop.${slug}.example.org`;
    await db.insert(domains).values({
      ...(slug === 'theirs' ? { id: theirDomain } : {}),
      tenantId: id,
      hostname,
      kind: 'customer',
      certificateMode: 'dedicated',
      gatewayDomainName: hostname,
    });
  }
  const theirs = made.find(({ slug }) => slug === 'theirs')?.id ?? '';
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.insert(shareLinks).values({ id: theirLink, tenantId: theirs, createdBy: 'op@example.com', expiresAt });
  await db.insert(snapshots).values({ hash, data: {} as never });
  await db.insert(changeSets).values({
    restApiId: 'api',
    name: 'Half done',
    authorName: 'somebody',
    state: 'stopped',
    edits: [{ op: 'set', subject: { kind: 'stage', name: 'prod' }, field: 'variables', key: 'level', value: 'x' }],
    baseHash: hash,
    deployStage: 'prod',
  });
});
afterAll(async () => {
  delete process.env.GATEHOUSE_CHANGES_PER_MINUTE;
  await database.close();
});

/** What somebody may call who has yet to change a password that others chose. */
const inSetup = ['changePasswordAction', 'enableSecondFactorAction', 'signOutEverywhereAction'];

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
  sessionId: '00000000-0000-4000-8000-000000000002',
  method: 'password',
  mustChangePassword: false,
  mustAddSecondFactor: false,
});

it('knows every exported action', () => {
  expect([...actions.keys()].sort()).toEqual(Object.keys(expected).sort());
});

it('knows which actions are about a tenant or a stage', () => {
  const found = [...actions].filter(([, { definition }]) => definition.target === 'found').map(([name]) => name);
  expect(found.sort()).toEqual([...Object.keys(aboutOthers), ...Object.keys(aboutProd)].sort());
  const own = [...actions].filter(([, { definition }]) => definition.target === 'own').map(([name]) => name);
  expect(own.sort()).toEqual(aboutNothing);
});

/** The row that the refusal of an action wrote, and no other. */
async function refusals(run: () => Promise<unknown>) {
  const before = await database.db.$count(auditEvents);
  const result = await run();
  const rows = (await database.db.select().from(auditEvents).orderBy(auditEvents.id)).slice(before);
  return { result, rows };
}

describe.each(Object.entries(aboutOthers))('%s about another tenant', (name, inputs) => {
  const limited = { ...userOf('operator'), tenants: ['mine'] };

  it.each(inputs)('is answered like one about nothing, and written down: %j', async (input) => {
    const { result, rows } = await refusals(() => actions.get(name)?.as(requestOf(limited), input) as Promise<unknown>);
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/any more\.$|^This domain is gone\.$/) });
    expect(rows).toMatchObject([{ action: 'user.action-refused', result: 'refused', actorId: limited.id }]);
  });

  it('tells no more than of what was never there', async () => {
    const [input] = JSON.parse(
      JSON.stringify(inputs).replaceAll('theirs', 'nothing').replaceAll(theirDomain, theirDomain.replace('d', 'e')),
    );
    const [theirs, nothing] = await Promise.all(
      [inputs[0], input].map((one) => actions.get(name)?.as(requestOf(limited), one)),
    );
    expect(JSON.parse(JSON.stringify(theirs).replaceAll('theirs', 'nothing').replaceAll(theirDomain, ''))).toEqual(
      JSON.parse(JSON.stringify(nothing).replaceAll(theirDomain.replace('d', 'e'), '')),
    );
  });
});

describe.each(Object.entries(aboutProd))('%s to prod', (name, inputs) => {
  it.each(inputs)('is refused to who may deploy to dev, and written down', async (input) => {
    const limited = { ...userOf('operator'), stages: ['dev'] };
    const { result, rows } = await refusals(() => actions.get(name)?.as(requestOf(limited), input) as Promise<unknown>);
    expect(result).toMatchObject({ ok: false, message: 'You may deploy to dev only.' });
    expect(rows).toMatchObject([{ action: 'user.action-refused', after: { stage: 'prod' } }]);
  });
});

it('applies no version whose stages nobody has looked at yet', async () => {
  const limited = { ...userOf('operator'), stages: ['dev'] };
  const next = { number: 1, version: 2, deployTo: 'dev', description: '', expectedHash: hash };
  expect(await actions.get('applyChangeSetAction')?.as(requestOf(limited), next)).toMatchObject({
    ok: false,
    message: expect.stringContaining('is newer than what you edited'),
  });
});

describe.each(Object.entries(expected))('%s', (name, permission) => {
  it(`declares ${permission}`, () => {
    expect(actions.get(name)?.definition.permission).toBe(permission);
  });

  if (permission === 'anyone') return;

  it.skipIf(inSetup.includes(name))('refuses who has yet to change a password that others chose', async () => {
    const user = { ...userOf('administrator'), mustChangePassword: true };
    const result = await actions.get(name)?.as(requestOf(user), {});
    expect(result).toMatchObject({ ok: false, fix: 'Change your password first.' });
  });

  it('refuses a visitor without a session', async () => {
    const result = await actions.get(name)?.as(requestOf(null), {});
    expect(result).toMatchObject({ ok: false, message: 'Your session has ended, so nothing was changed.' });
  });

  it.each(roles.filter((has) => !may(userOf(has), permission)))('refuses %s and writes it down', async (has) => {
    const { result, rows } = await refusals(
      () => actions.get(name)?.as(requestOf(userOf(has)), {}) as Promise<unknown>,
    );
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('may do this') });
    expect(rows).toMatchObject([{ action: 'user.action-refused', result: 'refused', actorName: `${has}@example.com` }]);
  });

  if (permissions[permission].reach === 'everywhere') return;

  it('refuses who is limited to no tenant at all', async () => {
    const limited = { ...userOf('administrator'), tenants: [] };
    const { result, rows } = await refusals(() => actions.get(name)?.as(requestOf(limited), {}) as Promise<unknown>);
    expect(result).toMatchObject({
      ok: false,
      message: expect.stringContaining('You are limited to no tenant at all'),
    });
    expect(rows).toMatchObject([{ action: 'user.action-refused', result: 'refused' }]);
  });
});
