import { type Grants, may, type Permission, permissions, type Target } from './permissions';
import { permits, roleWithArticle } from './roles';

/** Why somebody may not do something, in words. */
export interface WhyNot {
  /** What stands in the way. */
  by: 'role' | 'tenants' | 'stages';
  sentence: string;
}

/** Null where somebody with these grants may do it. Says what is so, also on pages that leave something out. Pure. */
export function whyNot(grants: Grants, permission: Permission, target: Target = {}): WhyNot | null {
  if (may(grants, permission, target)) return null;
  const { role, reach } = permissions[permission];
  if (!permits(grants.role, role)) {
    const sentence = `Only ${roleWithArticle[role]} may do this; you are ${roleWithArticle[grants.role]}.`;
    return { by: 'role', sentence };
  }
  if (grants.tenants !== null) {
    const limit = `You are limited to ${tenantsInWords(grants.tenants)}`;
    return {
      by: 'tenants',
      sentence: reach === 'tenant' ? `${limit}.` : `${limit}; this touches all tenants at once.`,
    };
  }
  return { by: 'stages', sentence: stagesSentence(grants.stages ?? []) };
}

/** `2 tenants`; of somebody who deals with all of them it is never asked. */
export function tenantsInWords(tenants: readonly string[]): string {
  if (tenants.length === 0) return 'no tenant at all';
  return tenants.length === 1 ? `the tenant ${tenants[0]}` : `${tenants.length} tenants`;
}

function stagesSentence(stages: readonly string[]): string {
  if (stages.length === 0) return 'You may deploy to no stage.';
  const last = stages.at(-1);
  return `You may deploy to ${stages.length === 1 ? last : `${stages.slice(0, -1).join(', ')} and ${last}`} only.`;
}
