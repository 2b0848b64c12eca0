/** What a user may do; each role includes the ones before it. Viewers look, operators change, administrators manage users. */
export const roles = ['viewer', 'operator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Whether a user of role `has` may do what asks for `needs`. */
export function permits(has: Role, needs: Role): boolean {
  return roles.indexOf(has) >= roles.indexOf(needs);
}

/** `an operator`, for sentences. */
export const roleWithArticle: Record<Role, string> = {
  viewer: 'a viewer',
  operator: 'an operator',
  administrator: 'an administrator',
};
