/**
 * Everything the audit log can hold. A new event is one line in {@link AuditChanges} and one in {@link auditResources};
 * the compiler then lists the places that have to name it. Pure: components import it.
 */

/** Plain JSON of a thing, or of the part that changed. Secrets are removed on the way in. */
export type Snapshot = object;

interface Created {
  before?: null;
  after: Snapshot;
}

interface Deleted {
  before: Snapshot;
  after?: null;
}

interface Changed {
  before: Snapshot;
  after: Snapshot;
}

/** Nothing changed; `after` may hold what is worth knowing. */
interface Happened {
  before?: null;
  after?: Snapshot | null;
}

interface AuditChanges {
  'user.first-administrator-created': Created;
  'user.signed-in': Happened;
  'user.sign-in-refused': Happened;
  'user.signed-out': Happened;
  'user.action-refused': Happened;
  'user.invited': Created;
  'user.role-changed': Changed;
  'user.limits-changed': Changed;
  'user.disabled': Happened;
  'user.enabled': Happened;
  'user.second-factor-reset': Happened;
  'user.sessions-ended': Happened;
  'user.profile-changed': Changed;
  'user.password-changed': Happened;
  'user.password-reset': Happened;
  'user.second-factor-enabled': Happened;
  'user.second-factor-disabled': Happened;
  'user.recovery-code-used': Happened;
  'user.recovery-codes-renewed': Happened;
  'user.invitation-accepted': Happened;
  'user.created-by-provider': Created;
  'user.linked-to-provider': Happened;
  'user.role-from-claim': Changed;
  'settings.sign-in-changed': Changed;
  'user.rate-limited': Happened;
  'tenant.onboarded': Created;
  'tenant.adopted': Created;
  'tenant.updated': Changed;
  'tenant.removal-requested': Deleted;
  'tenant.removed': Deleted;
  'domain.added': Created;
  'domain.certificate-requested': Created;
  'domain.validation-published': Created;
  'domain.certificate-given-up': Changed;
  'domain.gateway-domain-created': Created;
  'domain.gateway-domain-changed': Changed;
  'domain.mapping-created': Created;
  'domain.mapping-changed': Changed;
  'domain.alias-published': Created;
  'domain.alias-removed': Deleted;
  'domain.mapping-removed': Deleted;
  'domain.gateway-domain-removed': Deleted;
  'domain.validation-removed': Deleted;
  'domain.certificate-removed': Deleted;
  'domain.headline-changed': Changed;
  'domain.checked-now': Happened;
  'change-set.created': Created;
  'change-set.edited': Changed;
  'change-set.renamed': Changed;
  'change-set.discarded': Deleted;
  'change-set.apply-requested': Happened;
  'change-set.continue-requested': Happened;
  'change-set.undo-requested': Happened;
  'change-set.stop-requested': Happened;
  'change-set.chosen': Changed;
  'change-set.applied': Changed;
  'change-set.undone': Changed;
  'change-set.approval-requested': Happened;
  'change-set.approved': Happened;
  'change-set.declined': Happened;
  'change-set.approval-withdrawn': Happened;
  'stage.deployed': Changed;
  'stage.rolled-back': Changed;
  'stage.promoted': Changed;
  'stage.created': Created;
  'stage.protected': Changed;
  'stage.unprotected': Deleted;
  'route.owner-changed': Changed;
  'route.tested': Happened;
  'gateway.exported': Happened;
  'request.tried': Happened;
  'connection.identity-changed': Changed;
  'connection.preflight-run': Happened;
  'connection.mutations-confirmed': Happened;
  'sandbox.dns-changed': Happened;
  'sandbox.dials-turned': Changed;
  'sandbox.fault-added': Created;
  'sandbox.fault-removed': Deleted;
  'sandbox.clock-moved': Changed;
  'sandbox.reset': Happened;
  'audit.exported': Happened;
  'audit.key-created': Created;
  'audit.verification-asked': Happened;
  'audit.verified': Happened;
  'audit.chain-broken': Happened;
  'audit.retention-changed': Changed;
  'audit.pruned': Happened;
  'audit.stream-changed': Changed;
  'audit.stream-secret-created': Happened;
  'audit.stream-tested': Happened;
  'doctor.run': Happened;
  'doctor.fix-applied': Changed;
  'share-link.created': Created;
  'share-link.revoked': Happened;
  'share-link.opened': Happened;
  'share-link.check-asked': Happened;
  'mail.sent': Happened;
  'mail.failed': Happened;
  'settings.domains-changed': Changed;
  'domain.edge-name-published': Created;
  'domain.edge-name-removed': Deleted;
  'domain.cut-over-asked': Changed;
  'domain.cut-back': Changed;
  'domain.moved': Changed;
  'domain.successor-added': Created;
  'domain.removal-requested': Deleted;
  'domain.removed': Deleted;
  'domain.adopted': Created;
  'domain.tagged': Changed;
  'domain.certificate-timed-out': Changed;
  'certificate.requested': Created;
  'certificate.requested-again': Changed;
  'certificate.imported': Changed;
  'certificate.deleted': Deleted;
  'certificate.replaced': Changed;
  'certificate.watched': Happened;
  'offboarding.continued': Happened;
  'offboarding.usage-stopped': Changed;
  'offboarding.finished': Happened;
  'batch.started': Created;
  'batch.paused': Happened;
  'batch.resumed': Happened;
  'batch.cancelled': Happened;
  'batch.finished': Happened;
}

export type AuditAction = keyof AuditChanges;

/** What kind of thing each action is about. */
export const auditResources = {
  'user.first-administrator-created': 'user',
  'user.signed-in': 'user',
  'user.sign-in-refused': 'user',
  'user.signed-out': 'user',
  'user.action-refused': 'user',
  'user.invited': 'user',
  'user.role-changed': 'user',
  'user.limits-changed': 'user',
  'user.disabled': 'user',
  'user.enabled': 'user',
  'user.second-factor-reset': 'user',
  'user.sessions-ended': 'user',
  'user.profile-changed': 'user',
  'user.password-changed': 'user',
  'user.password-reset': 'user',
  'user.second-factor-enabled': 'user',
  'user.second-factor-disabled': 'user',
  'user.recovery-code-used': 'user',
  'user.recovery-codes-renewed': 'user',
  'user.invitation-accepted': 'user',
  'user.created-by-provider': 'user',
  'user.linked-to-provider': 'user',
  'user.role-from-claim': 'user',
  'settings.sign-in-changed': 'settings',
  'user.rate-limited': 'user',
  'tenant.onboarded': 'tenant',
  'tenant.adopted': 'tenant',
  'tenant.updated': 'tenant',
  'tenant.removal-requested': 'tenant',
  'tenant.removed': 'tenant',
  'domain.added': 'domain',
  'domain.certificate-requested': 'certificate',
  'domain.validation-published': 'record',
  'domain.certificate-given-up': 'certificate',
  'domain.gateway-domain-created': 'gateway-domain',
  'domain.gateway-domain-changed': 'gateway-domain',
  'domain.mapping-created': 'mapping',
  'domain.mapping-changed': 'mapping',
  'domain.alias-published': 'record',
  'domain.alias-removed': 'record',
  'domain.mapping-removed': 'mapping',
  'domain.gateway-domain-removed': 'gateway-domain',
  'domain.validation-removed': 'record',
  'domain.certificate-removed': 'certificate',
  'domain.headline-changed': 'domain',
  'domain.checked-now': 'domain',
  'change-set.created': 'change-set',
  'change-set.edited': 'change-set',
  'change-set.renamed': 'change-set',
  'change-set.discarded': 'change-set',
  'change-set.apply-requested': 'change-set',
  'change-set.continue-requested': 'change-set',
  'change-set.undo-requested': 'change-set',
  'change-set.stop-requested': 'change-set',
  'change-set.chosen': 'change-set',
  'change-set.applied': 'change-set',
  'change-set.undone': 'change-set',
  'change-set.approval-requested': 'change-set',
  'change-set.approved': 'change-set',
  'change-set.declined': 'change-set',
  'change-set.approval-withdrawn': 'change-set',
  'stage.deployed': 'stage',
  'stage.rolled-back': 'stage',
  'stage.promoted': 'stage',
  'stage.created': 'stage',
  'stage.protected': 'stage',
  'stage.unprotected': 'stage',
  'route.owner-changed': 'route',
  'route.tested': 'route',
  'gateway.exported': 'gateway',
  'request.tried': 'domain',
  'connection.identity-changed': 'aws-account',
  'connection.preflight-run': 'aws-account',
  'connection.mutations-confirmed': 'aws-account',
  'sandbox.dns-changed': 'record',
  'sandbox.dials-turned': 'sandbox',
  'sandbox.fault-added': 'sandbox',
  'sandbox.fault-removed': 'sandbox',
  'sandbox.clock-moved': 'sandbox',
  'sandbox.reset': 'sandbox',
  'audit.exported': 'audit-log',
  'audit.key-created': 'audit-log',
  'audit.verification-asked': 'audit-log',
  'audit.verified': 'audit-log',
  'audit.chain-broken': 'audit-log',
  'audit.retention-changed': 'audit-log',
  'audit.pruned': 'audit-log',
  'audit.stream-changed': 'audit-log',
  'audit.stream-secret-created': 'audit-log',
  'audit.stream-tested': 'audit-log',
  'doctor.run': 'domain',
  'doctor.fix-applied': 'domain',
  'share-link.created': 'tenant',
  'share-link.revoked': 'tenant',
  'share-link.opened': 'tenant',
  'share-link.check-asked': 'domain',
  'mail.sent': 'tenant',
  'mail.failed': 'tenant',
  'settings.domains-changed': 'settings',
  'domain.edge-name-published': 'domain',
  'domain.edge-name-removed': 'domain',
  'domain.cut-over-asked': 'domain',
  'domain.cut-back': 'domain',
  'domain.moved': 'domain',
  'domain.successor-added': 'domain',
  'domain.removal-requested': 'domain',
  'domain.removed': 'domain',
  'domain.adopted': 'domain',
  'domain.tagged': 'domain',
  'domain.certificate-timed-out': 'domain',
  'certificate.requested': 'certificate',
  'certificate.requested-again': 'certificate',
  'certificate.imported': 'certificate',
  'certificate.deleted': 'certificate',
  'certificate.replaced': 'domain',
  'certificate.watched': 'certificate',
  'offboarding.continued': 'tenant',
  'offboarding.usage-stopped': 'tenant',
  'offboarding.finished': 'tenant',
  'batch.started': 'batch',
  'batch.paused': 'batch',
  'batch.resumed': 'batch',
  'batch.cancelled': 'batch',
  'batch.finished': 'batch',
} as const satisfies Record<AuditAction, string>;

export type AuditResourceType = (typeof auditResources)[AuditAction];

/** All kinds of things, for filters. */
export const auditResourceTypes = [...new Set(Object.values(auditResources))].sort();

/** All actions, for filters. */
export const auditActions = Object.keys(auditResources) as AuditAction[];

/** One event. `resourceId` is what an operator recognises: a hostname, an ARN, an e-mail address, a slug. */
export type AuditEvent = {
  [Action in AuditAction]: { action: Action; resourceId: string; tenantSlug?: string | null } & AuditChanges[Action];
}[AuditAction];
