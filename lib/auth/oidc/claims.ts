import { permits, type Role } from '../roles';

export type Claims = Record<string, unknown>;

/** One line of the mapping: who has this value in the claim gets this role. */
export interface RoleRule {
  value: string;
  role: Role;
}

const fields = (value: unknown) => (typeof value === 'object' && value !== null ? (value as Claims) : {});

/**
 * The values of a claim, as texts. `path` is its name, or leads into an object by dots: `realm_access.roles`. Names that hold dots themselves
 * (`https://example.com/roles`) go first. A single text is a list of one.
 */
export function claimValues(claims: Claims, path: string): string[] {
  const found = path in claims ? claims[path] : path.split('.').reduce<unknown>((at, name) => fields(at)[name], claims);
  const list = Array.isArray(found) ? found : [found];
  return list.flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
}

/** The highest role that a mapping gives for these values; null when none matches. */
export function roleOf(values: readonly string[], rules: readonly RoleRule[]): Role | null {
  return rules
    .filter(({ value }) => values.includes(value))
    .reduce<Role | null>((best, { role }) => (best && permits(best, role) ? best : role), null);
}

/** The address in claims, in lower case; Entra ID has it in `preferred_username` where `email` is absent. */
export function addressOf({ email, preferred_username: username }: Claims): string | null {
  const found = [email, username].find((text): text is string => typeof text === 'string' && /^\S+@\S+$/.test(text));
  return found && found.length <= 254 ? found.toLowerCase() : null;
}

/** Whether the provider vouches for the address in `email`. Cognito writes the flag as a text. */
export function isEmailVerified({ email, email_verified: verified }: Claims): boolean {
  return typeof email === 'string' && (verified === true || verified === 'true');
}
