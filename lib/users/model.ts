import type { Role } from '@/lib/auth/roles';

/**
 * - `active`: may sign in
 * - `invited`: has yet to accept the invitation; `expired`: it is too late for that
 * - `disabled`: may not sign in
 */
export type UserState = 'active' | 'invited' | 'expired' | 'disabled';

/** Somebody as the list of users shows them. */
export interface ListedUser {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Slugs of the only tenants; null: all. */
  tenants: readonly string[] | null;
  /** Names of the only stages to deploy to; null: all. */
  stages: readonly string[] | null;
  /** How they sign in; null: not yet. With `oidc` the role comes from the identity provider. */
  method: 'password' | 'oidc' | null;
  secondFactor: boolean;
  state: UserState;
  /** When the open invitation ends, ISO-8601. */
  inviteExpiresAt: string | null;
  /** ISO-8601. */
  lastSeenAt: string | null;
  createdAt: string;
  mustChangePassword: boolean;
}
