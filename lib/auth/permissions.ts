import { permits, type Role } from './roles';

/**
 * How far a permission reaches. `everywhere`: no limit applies. `tenant`: only for the tenants that somebody is limited to.
 * `gateway`: touches all tenants at once, so nobody who is limited to some of them has it. `stage`: as `gateway`, and only for the stages
 * that somebody may deploy to.
 */
export type Reach = 'everywhere' | 'tenant' | 'gateway' | 'stage';

interface PermissionRow {
  /** Lowest role that has it. */
  role: Role;
  reach: Reach;
  /** What one may do with it, as the page of permissions says it. */
  words: string;
}

/** Who may do what: the one table. Actions, route handlers and pages name its rows, and a page shows it. */
export const permissions = {
  'gateway:view': {
    role: 'viewer',
    reach: 'everywhere',
    words: 'See overview, routes, changes, deployments, certificates',
  },
  'gateway:export': { role: 'viewer', reach: 'everywhere', words: 'Download the gateway as an OpenAPI document' },
  'requests:explain': { role: 'viewer', reach: 'everywhere', words: 'Ask what becomes of a request' },
  'tenants:view': { role: 'viewer', reach: 'tenant', words: 'See tenants, their domains and what is asked of them' },
  'audit:view': { role: 'viewer', reach: 'tenant', words: 'Read the audit log' },
  'account:own': { role: 'viewer', reach: 'everywhere', words: 'Change the own password, second factor and sessions' },
  'tenants:onboard': { role: 'operator', reach: 'gateway', words: 'Onboard new tenants' },
  'tenants:edit': { role: 'operator', reach: 'tenant', words: 'Edit tenants, add domains, check and try them' },
  'tenants:share': {
    role: 'operator',
    reach: 'tenant',
    words: 'Make and revoke links by which tenants see their part, and write to them',
  },
  'tenants:move': {
    role: 'operator',
    reach: 'gateway',
    words: 'Move domains between tenants, adopt what no tenant owns',
  },
  'certificates:manage': {
    role: 'operator',
    reach: 'gateway',
    words: 'Request, import, replace and delete certificates',
  },
  'tenants:remove': { role: 'operator', reach: 'tenant', words: 'Remove tenants' },
  'requests:test': { role: 'operator', reach: 'gateway', words: 'Test a route for real' },
  'change-sets:edit': { role: 'operator', reach: 'gateway', words: 'Edit routes, settings and change sets' },
  'change-sets:apply': {
    role: 'operator',
    reach: 'gateway',
    words: 'Apply change sets to the working copy, stop and undo them',
  },
  'change-sets:approve': { role: 'operator', reach: 'stage', words: "Approve other people's change sets" },
  'stages:deploy': { role: 'operator', reach: 'stage', words: 'Deploy, promote and roll back stages' },
  'stages:create': { role: 'operator', reach: 'gateway', words: 'Create stages' },
  'audit:export': { role: 'operator', reach: 'gateway', words: 'Download the audit log' },
  'stages:protect': { role: 'administrator', reach: 'gateway', words: 'Say which stages need approval' },
  'audit:manage': {
    role: 'administrator',
    reach: 'everywhere',
    words: 'Verify the audit log, set its retention and its webhook',
  },
  'users:manage': {
    role: 'administrator',
    reach: 'everywhere',
    words: 'Invite people, change their roles and limits, disable them',
  },
  'settings:manage': {
    role: 'administrator',
    reach: 'everywhere',
    words: 'See and change settings, the connection to AWS included',
  },
  'sandbox:control': { role: 'administrator', reach: 'everywhere', words: "Turn the sandbox's dials" },
} as const satisfies Record<string, PermissionRow>;

export type Permission = keyof typeof permissions;

/** How far each permission reaches, for types that ask. */
export type ReachOf<Name extends Permission> = (typeof permissions)[Name]['reach'];

export const permissionNames = Object.keys(permissions) as Permission[];

/** What decides over permissions: a role, and the limits on it. */
export interface Grants {
  role: Role;
  /** Slugs of the only tenants that somebody deals with; null: all, those to come included. */
  tenants: readonly string[] | null;
  /** Names of the only stages that somebody deploys to; null: all. */
  stages: readonly string[] | null;
}

/** The only tenants, by slug, that somebody deals with; null: all. Reads of what belongs to tenants ask for it. */
export type TenantLimit = Grants['tenants'];

/** What a permission is asked for. Left out: whether somebody has it for anything at all. */
export interface Target {
  /** Null: something that is no tenant's, so only for who deals with all. */
  tenant?: string | null;
  stage?: string;
}

/** Whether somebody with these grants may do it. */
export function may(grants: Grants, permission: Permission, target: Target = {}): boolean {
  const { role, reach } = permissions[permission] as PermissionRow;
  if (!permits(grants.role, role)) return false;
  if (reach === 'everywhere') return true;
  if (reach === 'tenant') {
    if (grants.tenants === null) return true;
    if (target.tenant === undefined) return grants.tenants.length > 0;
    return target.tenant !== null && grants.tenants.includes(target.tenant);
  }
  if (grants.tenants !== null) return false;
  if (reach === 'gateway' || grants.stages === null) return true;
  return target.stage === undefined ? grants.stages.length > 0 : grants.stages.includes(target.stage);
}
