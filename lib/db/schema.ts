import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AwsCall } from '@/lib/audit/model';
import type { BatchInput } from '@/lib/batches/model';
import type { CertificateWatch } from '@/lib/certificates/watch/model';
import type { DoctorReport } from '@/lib/doctor/model';
import type { Actor, DomainStatus, HistoryState } from '@/lib/domains/model';
import type { Edit } from '@/lib/gateway/edits';
import type { GatewayIds, Snapshot } from '@/lib/gateway/model';
import type { InventoryKind } from '@/lib/inventory/model';
import type { OffboardingEntry } from '@/lib/offboarding/model';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** People who may sign in. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Lower case. */
    email: text().notNull().unique(),
    name: text().notNull(),
    role: text({ enum: ['viewer', 'operator', 'administrator'] }).notNull(),
    /** argon2id, PHC string. Null: no password; they sign in by an identity provider, or haven't accepted their invitation yet. */
    passwordHash: text('password_hash'),
    /** Somebody else chose the password: it is to be changed before anything else. */
    mustChangePassword: boolean('must_change_password').notNull().default(false),
    passwordChangedAt: at('password_changed_at'),
    /** Secret of the second factor, encrypted; null: none. It counts once `totpEnabledAt` is set. */
    totpSecret: text('totp_secret'),
    totpEnabledAt: at('totp_enabled_at'),
    /** Last time step of 30 s whose code was taken: a code works once. */
    totpLastStep: bigint('totp_last_step', { mode: 'number' }),
    /** Who they are at the identity provider: its issuer, and its `sub`. */
    oidcIssuer: text('oidc_issuer'),
    oidcSubject: text('oidc_subject'),
    /** False: only the tenants in `user_tenants`, be it none. */
    allTenants: boolean('all_tenants').notNull().default(true),
    /** Names of the only stages that they deploy to; null: all. */
    deployStages: jsonb('deploy_stages').$type<string[]>(),
    /** SHA-256 in hex of the token of the open invitation. */
    inviteTokenHash: text('invite_token_hash').unique(),
    inviteExpiresAt: at('invite_expires_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    lastSignInAt: at('last_sign_in_at'),
    /** Last request; written at most once a minute. */
    lastSeenAt: at('last_seen_at'),
    disabledAt: at('disabled_at'),
    /** The change set that their edits go to; null: the next save begins one. */
    currentChangeSetId: uuid('current_change_set_id'),
  },
  (t) => [uniqueIndex('users_oidc').on(t.oidcIssuer, t.oidcSubject)],
);

/** The tenants of users who are limited to some. */
export const userTenants = pgTable(
  'user_tenants',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.userId, t.tenantId] })],
);

/** Sessions; a cookie names one, and is worth nothing once its row has ended. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** How they signed in. */
    method: text({ enum: ['password', 'oidc'] }).notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    /** Last request; written at most once a minute. */
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
    /** Absolute end, whatever happens in between. */
    expiresAt: at('expires_at').notNull(),
    ip: text(),
    userAgent: text('user_agent'),
    endedAt: at('ended_at'),
    endReason: text('end_reason', {
      enum: ['signed-out', 'signed-out-elsewhere', 'password-changed', 'user-changed', 'revoked', 'provider'],
    }),
    /** `sid` of the identity provider, for its back-channel sign-out. */
    providerSessionId: text('provider_session_id'),
    /** Encrypted `id_token` for the provider's sign-out. */
    idToken: text('id_token'),
  },
  (t) => [index('sessions_user').on(t.userId, t.endedAt)],
);

/** One-time codes for who lost the second factor. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** SHA-256 in hex. */
    hash: text().notNull(),
    usedAt: at('used_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
);

/** Counters of rate-limiter-flexible (`RateLimiterDrizzle`). */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: at('expire'),
});

/** Customers. A removed tenant's row goes; its story stays in the audit log. */
export const tenants = pgTable('tenants', {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  contactEmail: text('contact_email'),
  /** Found on AWS by its tags rather than onboarded here. */
  adopted: boolean().notNull().default(false),
  /** Set when an operator asked to remove the tenant; its row goes with its last domain. */
  removalRequestedAt: at('removal_requested_at'),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** What an operator wants of a hostname, and what the reconciler last saw of it. */
export const domains = pgTable(
  'domains',
  {
    id: uuid().primaryKey().defaultRandom(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    /** ASCII (punycode), lower case, no trailing dot. */
    hostname: text().notNull().unique(),
    kind: text({ enum: ['managed', 'customer'] }).notNull(),
    zoneId: text('zone_id'),
    certificateMode: text('certificate_mode', { enum: ['dedicated', 'existing'] }).notNull(),
    certificateArn: text('certificate_arn'),
    /** True when the certificate was requested for this domain here, so that offboarding may delete it. */
    certificateOurs: boolean('certificate_ours').notNull().default(false),
    gatewayDomainName: text('gateway_domain_name').notNull(),
    /** True when the custom domain name was created for this domain here, so that offboarding may delete it. */
    gatewayDomainOurs: boolean('gateway_domain_ours').notNull().default(false),
    intent: text({ enum: ['present', 'absent'] })
      .notNull()
      .default('present'),
    /** Route 53 change that is still to reach INSYNC. */
    pendingChangeId: text('pending_change_id'),
    /** The operator confirmed that records found at the hostname may be replaced. */
    takeoverConfirmed: boolean('takeover_confirmed').notNull().default(false),
    /** Counts the certificates requested for it: a failed one is never asked for again under the same token. */
    certificateAttempt: integer('certificate_attempt').notNull().default(0),
    /** The certificate that the custom domain name still serves and that a newly requested one is to replace. */
    replacesCertificateArn: text('replaces_certificate_arn'),
    status: jsonb().$type<DomainStatus>(),
    /** Copied from `status` so that lists can filter and sort. */
    headline: text().notNull().default('Draft'),
    actor: text().notNull().default('us'),
    headlineSince: at('headline_since').notNull().defaultNow(),
    /** When the reconciler looks next; null when there is nothing to look at any more. */
    nextCheckAt: at('next_check_at').defaultNow(),
    /** "Check now": the next look is a full one. Null again once it was. */
    fullLookAskedAt: at('full_look_asked_at'),
    /** Lease of the replica that works on it. */
    leaseOwner: text('lease_owner'),
    leaseUntil: at('lease_until'),
    /** The last click about it: what its reconciler does next is joined with that in the audit log. */
    correlationId: text('correlation_id'),
    /** Consecutive passes that ended in trouble; paces the retries. */
    failures: integer().notNull().default(0),
    /**
     * Its stable name in our own zone, `<tenant>.edge.<zone>`, which a customer's record leads to from the first day on and which
     * is aliased to the gateway's target once AWS names that. Null: the record names the target itself.
     */
    edgeName: text('edge_name').unique(),
    edgeZoneId: text('edge_zone_id'),
    /**
     * `prepare`: everything but the records that move its traffic; for names that serve traffic today. `cut-over`: those, too.
     */
    phase: text({ enum: ['prepare', 'cut-over'] })
      .notNull()
      .default('cut-over'),
    /** First failed probe in a row, and how many there were; null and 0 while it answers. */
    failingSince: at('failing_since'),
    failedProbes: integer('failed_probes').notNull().default(0),
    /** The domain that takes its place; this one goes, on request, once that is Live. */
    successorId: uuid('successor_id'),
    /** The removal that it belongs to. */
    offboardingId: uuid('offboarding_id'),
    /** The operator typed that its custom domain name goes although the public DNS still leads there. */
    danglingConfirmed: boolean('dangling_confirmed').notNull().default(false),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('domains_next_check').on(t.nextCheckAt),
    index('domains_tenant').on(t.tenantId),
    index('domains_headline').on(t.headline),
  ],
);

/** A domain's headline over time: one row a change. */
export const domainHistory = pgTable(
  'domain_history',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    domainId: uuid('domain_id')
      .notNull()
      .references(() => domains.id, { onDelete: 'cascade' }),
    at: at('at').notNull(),
    headline: text().$type<HistoryState>().notNull(),
    sentence: text().notNull(),
    actor: text().$type<Actor>().notNull(),
  },
  (t) => [index('domain_history_domain').on(t.domainId, t.at)],
);

/** The doctor's last report of a domain. */
export const doctorReports = pgTable('doctor_reports', {
  domainId: uuid('domain_id')
    .primaryKey()
    .references(() => domains.id, { onDelete: 'cascade' }),
  at: at('at').notNull(),
  report: jsonb().$type<DoctorReport>().notNull(),
});

/** Links by which a tenant sees its own part without signing in. */
export const shareLinks = pgTable(
  'share_links',
  {
    id: uuid().primaryKey().defaultRandom(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull().defaultNow(),
    createdBy: text('created_by').notNull(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
    lastOpenedAt: at('last_opened_at'),
    opened: integer().notNull().default(0),
  },
  (t) => [index('share_links_tenant').on(t.tenantId)],
);

/** E-mails to send, and what became of them: written first, sent at least once afterwards. */
export const mails = pgTable(
  'mails',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** What it is about; the same key is never written twice. */
    key: text().notNull().unique(),
    tenantSlug: text('tenant_slug'),
    recipient: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    nextTryAt: at('next_try_at'),
    tries: integer().notNull().default(0),
    sentAt: at('sent_at'),
    failure: text(),
  },
  (t) => [index('mails_next_try').on(t.nextTryAt)],
);

/** The daily look at a certificate: can ACM renew it, and will it? */
export const certificateWatches = pgTable('certificate_watches', {
  arn: text().primaryKey(),
  checkedAt: at('checked_at').notNull(),
  /** Since when the last looks found something to worry about; null: nothing. */
  troubledSince: at('troubled_since'),
  report: jsonb().$type<CertificateWatch>().notNull(),
});

/** Removals, also of what is gone by now: the proof stays. */
export const offboardings = pgTable(
  'offboardings',
  {
    id: uuid().primaryKey().defaultRandom(),
    tenantSlug: text('tenant_slug').notNull(),
    tenantName: text('tenant_name').notNull(),
    /** Null: the whole tenant. */
    hostname: text(),
    requestedAt: at('requested_at').notNull().defaultNow(),
    requestedBy: text('requested_by').notNull(),
    finishedAt: at('finished_at'),
    entries: jsonb().$type<OffboardingEntry[]>().notNull().default([]),
  },
  (t) => [index('offboardings_tenant').on(t.tenantSlug, t.requestedAt)],
);

/** Onboardings from one file. */
export const batches = pgTable('batches', {
  id: uuid().primaryKey().defaultRandom(),
  number: integer().generatedAlwaysAsIdentity().unique(),
  fileName: text('file_name').notNull(),
  authorId: uuid('author_id'),
  authorName: text('author_name').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  pausedAt: at('paused_at'),
  cancelledAt: at('cancelled_at'),
  finishedAt: at('finished_at'),
  correlationId: text('correlation_id'),
});

export const batchRows = pgTable(
  'batch_rows',
  {
    batchId: uuid('batch_id')
      .notNull()
      .references(() => batches.id, { onDelete: 'cascade' }),
    /** Line of the file, from 2. */
    line: integer().notNull(),
    input: jsonb().$type<BatchInput>().notNull(),
    state: text({ enum: ['waiting', 'started', 'live', 'failed', 'cancelled'] })
      .notNull()
      .default('waiting'),
    hostname: text().notNull(),
    tenantSlug: text('tenant_slug').notNull(),
    domainId: uuid('domain_id'),
    /** Why it failed. */
    message: text(),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.line] }), index('batch_rows_state').on(t.state)],
);

/** Base path mappings an operator wants. */
export const domainMappings = pgTable(
  'domain_mappings',
  {
    domainId: uuid('domain_id')
      .notNull()
      .references(() => domains.id, { onDelete: 'cascade' }),
    /** `''` is the empty mapping. */
    basePath: text('base_path').notNull(),
    restApiId: text('rest_api_id').notNull(),
    stage: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.domainId, t.basePath] })],
);

/** Who did what. Append-only: triggers refuse UPDATE, DELETE and TRUNCATE (see migrations). */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: at('at').notNull().defaultNow(),
    /** An intent is committed before anything happens, its outcome afterwards; other events stand alone. */
    phase: text({ enum: ['intent', 'outcome', 'event'] }).notNull(),
    /** The outcome's intent. */
    intentId: bigint('intent_id', { mode: 'number' }),
    actorKind: text('actor_kind', { enum: ['user', 'system'] }).notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    ip: text(),
    action: text().notNull(),
    resourceType: text('resource_type').notNull(),
    resourceId: text('resource_id').notNull(),
    tenantSlug: text('tenant_slug'),
    /** Null on an intent. */
    result: text({ enum: ['ok', 'failed', 'refused'] }),
    message: text(),
    before: jsonb(),
    after: jsonb(),
    awsCalls: jsonb('aws_calls').$type<AwsCall[]>().notNull().default([]),
    /** Joins what followed from one click: the click itself, and the later steps of reconciler and applier. */
    correlationId: text('correlation_id'),
    /** SHA-256 in hex over the row as canonical JSON (RFC 8785); null: older than the chain. */
    digest: text(),
  },
  (t) => [
    index('audit_at').on(t.at),
    index('audit_tenant').on(t.tenantSlug, t.id),
    index('audit_actor').on(t.actorName, t.id),
    index('audit_action').on(t.action, t.id),
    index('audit_correlation').on(t.correlationId),
    uniqueIndex('audit_one_outcome').on(t.intentId).where(sql`${t.phase} = 'outcome'`),
    check('audit_outcome_has_intent', sql`(${t.phase} = 'outcome') = (${t.intentId} is not null)`),
  ],
);

/**
 * The chain over the audit log: one link a row of it, in the order of commits, made by a trigger at each commit. `hash` is the SHA-256 in hex
 * over the canonical JSON of `{digest, event, prev, seq}`.
 */
export const auditChain = pgTable('audit_chain', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  eventId: bigint('event_id', { mode: 'number' }).notNull().unique(),
  digest: text().notNull(),
  prev: text().notNull(),
  hash: text().notNull(),
});

/** Signed heads of the chain (Ed25519); the same stand in a file of the data directory. */
export const auditCheckpoints = pgTable('audit_checkpoints', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  hash: text().notNull(),
  at: at('at').notNull(),
  keyId: text('key_id').notNull(),
  signature: text().notNull(),
});

/** What retention removed: the links up to `seq`, whose hash the next link goes on from. Signed. */
export const auditTombstones = pgTable('audit_tombstones', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  hash: text().notNull(),
  /** Rows removed by this one. */
  rows: bigint({ mode: 'number' }).notNull(),
  /** Newest `at` that was removed. */
  until: at('until').notNull(),
  at: at('at').notNull(),
  keyId: text('key_id').notNull(),
  signature: text().notNull(),
});

/** Cache of what AWS has, by kind; pages render from it without asking AWS. */
export const inventory = pgTable(
  'inventory',
  {
    kind: text().$type<InventoryKind>().notNull(),
    key: text().notNull(),
    data: jsonb().notNull(),
    seenAt: at('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key] })],
);

/** How fresh each kind of the cache is. */
export const inventorySync = pgTable('inventory_sync', {
  kind: text().$type<InventoryKind>().primaryKey(),
  seenAt: at('seen_at'),
  failedAt: at('failed_at'),
  failure: text(),
});

/** Pacer: the theoretical arrival time of the next call under each of AWS's quotas, in ms since 1970. */
export const awsPace = pgTable('aws_pace', {
  quota: text().primaryKey(),
  arrivalMs: doublePrecision('arrival_ms').notNull(),
});

/** Small facts with one value each: the worker's heartbeat, the lease of the inventory sync. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: at('updated_at').notNull().defaultNow(),
});

/** Whole gateways in canonical form, by what is in them: `hash` is the SHA-256 of the canonical JSON, in hex. */
export const snapshots = pgTable('snapshots', {
  hash: text().primaryKey(),
  data: jsonb().$type<Snapshot>().notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** The working copy as last read. */
export const workingCopies = pgTable('working_copies', {
  restApiId: text('rest_api_id').primaryKey(),
  snapshotHash: text('snapshot_hash')
    .notNull()
    .references(() => snapshots.hash),
  ids: jsonb().$type<GatewayIds>().notNull(),
  /** Start of the read. */
  seenAt: at('seen_at').notNull(),
});

/** Deployments that Gatehouse made or saw. AWS can't give an old one's content back, so it is kept here. */
export const deployments = pgTable(
  'deployments',
  {
    restApiId: text('rest_api_id').notNull(),
    id: text().notNull(),
    description: text(),
    createdAt: at('created_at').notNull(),
    /** Null: made outside of Gatehouse. */
    authorName: text('author_name'),
    changeSetId: uuid('change_set_id'),
    snapshotHash: text('snapshot_hash').references(() => snapshots.hash),
    /** `kept`: what was deployed here; `exported`: read from AWS's export of a stage that served it. */
    snapshotSource: text('snapshot_source', { enum: ['kept', 'exported'] }),
    /** No longer there at AWS. */
    goneAt: at('gone_at'),
  },
  (t) => [primaryKey({ columns: [t.restApiId, t.id] })],
);

/** Which deployment a stage served from when on. */
export const stageEvents = pgTable(
  'stage_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    restApiId: text('rest_api_id').notNull(),
    stage: text().notNull(),
    deploymentId: text('deployment_id').notNull(),
    at: at('at').notNull(),
    reason: text({ enum: ['deployed', 'rolled-back', 'promoted', 'created', 'outside'] }).notNull(),
    actorName: text('actor_name'),
  },
  (t) => [index('stage_events_stage').on(t.restApiId, t.stage, t.id)],
);

/** Drafts of edits and what became of them (`lib/changes/model.ts`). */
export const changeSets = pgTable(
  'change_sets',
  {
    id: uuid().primaryKey().defaultRandom(),
    number: integer().generatedAlwaysAsIdentity().unique(),
    restApiId: text('rest_api_id').notNull(),
    name: text().notNull(),
    description: text(),
    authorId: uuid('author_id'),
    authorName: text('author_name').notNull(),
    state: text({ enum: ['draft', 'applying', 'undoing', 'stopped', 'applied', 'discarded'] })
      .notNull()
      .default('draft'),
    version: integer().notNull().default(1),
    edits: jsonb().$type<Edit[]>().notNull(),
    /** The working copy that the edits were made on. */
    baseHash: text('base_hash')
      .notNull()
      .references(() => snapshots.hash),
    /** The working copy just before the first call of its application: what undoing goes back to. */
    beforeHash: text('before_hash').references(() => snapshots.hash),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
    appliedAt: at('applied_at'),
    appliedByName: text('applied_by_name'),
    deployStage: text('deploy_stage'),
    deployDescription: text('deploy_description'),
    deploymentId: text('deployment_id'),
    /** The click that its application follows from. */
    correlationId: text('correlation_id'),
    /** Counts the runs of its application; each has its own steps. */
    attempt: integer().notNull().default(0),
    /** Lease of the replica that applies it. */
    leaseOwner: text('lease_owner'),
    leaseUntil: at('lease_until'),
    failure: jsonb().$type<{ sentence: string; fix: string | null }>(),
  },
  (t) => [
    index('change_sets_state').on(t.state),
    /** One writer per gateway at a time. */
    uniqueIndex('change_sets_one_writer').on(t.restApiId).where(sql`${t.state} in ('applying', 'undoing')`),
  ],
);

/** Stages that serve only what a second person approved. A stage without a row needs nobody's approval. */
export const stagePolicies = pgTable(
  'stage_policies',
  {
    restApiId: text('rest_api_id').notNull(),
    stage: text().notNull(),
    /** Lowest role of who approves. */
    approverRole: text('approver_role', { enum: ['operator', 'administrator'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.restApiId, t.stage] })],
);

/** What people said to a change set; it counts only for the version and the content that they looked at. */
export const changeSetApprovals = pgTable(
  'change_set_approvals',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    changeSetId: uuid('change_set_id')
      .notNull()
      .references(() => changeSets.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    /** Snapshot that the stage would serve: the edits and what else is in the working copy. */
    resultHash: text('result_hash').notNull(),
    stage: text().notNull(),
    decision: text({ enum: ['requested', 'approved', 'declined', 'withdrawn'] }).notNull(),
    userId: uuid('user_id').notNull(),
    userName: text('user_name').notNull(),
    comment: text(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [index('change_set_approvals_change_set').on(t.changeSetId, t.id)],
);

/** Every version of a change set's edits, for undo. */
export const changeSetVersions = pgTable(
  'change_set_versions',
  {
    changeSetId: uuid('change_set_id')
      .notNull()
      .references(() => changeSets.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    edits: jsonb().$type<Edit[]>().notNull(),
    baseHash: text('base_hash')
      .notNull()
      .references(() => snapshots.hash),
    /** What the save did: "GET /orders: back end". */
    summary: text().notNull(),
    authorName: text('author_name').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.changeSetId, t.version] })],
);

/** The calls of an application, in order. */
export const changeSetSteps = pgTable(
  'change_set_steps',
  {
    changeSetId: uuid('change_set_id')
      .notNull()
      .references(() => changeSets.id, { onDelete: 'cascade' }),
    attempt: integer().notNull(),
    position: integer().notNull(),
    operation: text().notNull(),
    sentence: text().notNull(),
    state: text({ enum: ['pending', 'running', 'done', 'failed'] })
      .notNull()
      .default('pending'),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
    requestId: text('request_id'),
    failure: text(),
  },
  (t) => [primaryKey({ columns: [t.changeSetId, t.attempt, t.position] })],
);

/** Who looks after a part of the tree; holds for all paths below that have no owner of their own. */
export const routeOwners = pgTable(
  'route_owners',
  {
    restApiId: text('rest_api_id').notNull(),
    path: text().notNull(),
    owner: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.restApiId, t.path] })],
);
