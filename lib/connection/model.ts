import type { TriedPermission } from '@/lib/aws/preflight/try-permissions';

/** Where AWS calls go. What is known or confirmed of one place says nothing of another. */
export interface Place {
  region: string;
  /** Null is AWS itself. */
  endpoint: string | null;
}

/** Whether both are the same region of the same AWS. */
export function samePlace(one: Place, other: Place): boolean {
  return one.region === other.region && one.endpoint === other.endpoint;
}

/** In whose name AWS calls are made, as STS answered it. */
export interface Identity extends Place {
  /** Twelve digits. */
  account: string;
  arn: string;
  userId: string;
  /** Where the credentials come from, in words. */
  source: string;
  /** When STS said so, ISO-8601. */
  at: string;
}

/** Why STS could not be asked last time. */
interface IdentityFailure {
  at: string;
  sentence: string;
  fix: string;
}

/** What is known of the connection: the identity seen last, and what went wrong since. */
export interface Connection {
  identity: Identity | null;
  failure: IdentityFailure | null;
}

/** The result of a preflight, and for whom it holds. */
export interface Preflight extends Place {
  /** When it ended, ISO-8601. */
  at: string;
  account: string;
  arn: string;
  permissions: TriedPermission[];
}

/** An administrator's word that this account and region are the right ones. */
export interface Confirmation extends Place {
  account: string;
  at: string;
  by: string;
}

/** `123456789012` as AWS's console prints it. */
export function printAccount(account: string): string {
  return account.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3');
}
