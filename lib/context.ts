import type { AuditActor } from '@/lib/audit/model';
import type { TenantLimit } from '@/lib/auth/permissions';
import type { Aws } from '@/lib/aws/clients';
import type { Db } from '@/lib/db/db';

export type { AuditActor };

/** What a verb works with: where to write, whom to call, on whose behalf. Made by `getContext` of `lib/runtime.ts`. */
export interface Context {
  db: Db;
  aws: Aws;
  actor: AuditActor;
  /** The only tenants that the actor deals with, set by the wrappers of actions and routes; null or left out: all. */
  tenants?: TenantLimit;
  /** Joins in the audit log what follows from one click, later steps of reconciler and applier included. */
  correlationId?: string | null;
  now(): Date;
}
