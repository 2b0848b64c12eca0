import type { AuditAction } from '@/lib/audit/events';

/** What somebody did, after their name: "Olga *onboarded the tenant* acme". */
const actionWords: Record<AuditAction, string> = {
  'user.first-administrator-created': 'created the first administrator',
  'user.signed-in': 'signed in',
  'user.sign-in-refused': 'was refused at sign-in',
  'user.signed-out': 'signed out',
  'user.action-refused': 'tried what the role does not allow',
  'tenant.onboarded': 'onboarded the tenant',
  'domain.added': 'added the domain',
  'tenant.adopted': 'adopted the tenant found on AWS',
  'tenant.updated': 'changed the tenant',
  'tenant.removal-requested': 'asked to remove the tenant',
  'tenant.removed': 'removed the tenant',
  'domain.certificate-requested': 'requested the certificate',
  'domain.validation-published': 'published the validation record',
  'domain.certificate-given-up': 'asked for a new certificate for',
  'domain.gateway-domain-created': 'created the custom domain name',
  'domain.gateway-domain-changed': 'changed the certificate of the custom domain name',
  'domain.mapping-created': 'created the mapping',
  'domain.mapping-changed': 'changed the mapping',
  'domain.alias-published': 'published the alias record',
  'domain.alias-removed': 'removed the alias record',
  'domain.mapping-removed': 'removed the mapping',
  'domain.gateway-domain-removed': 'removed the custom domain name',
  'domain.validation-removed': 'removed the validation record',
  'domain.certificate-removed': 'removed the certificate',
  'domain.headline-changed': 'saw a new status of',
  'domain.checked-now': 'asked to check now',
  'change-set.created': 'began the change set',
  'change-set.edited': 'edited the change set',
  'change-set.renamed': 'renamed the change set',
  'change-set.discarded': 'discarded the change set',
  'change-set.apply-requested': 'asked to apply the change set',
  'change-set.applied': 'applied the change set',
  'change-set.undone': 'undid the change set',
  'stage.deployed': 'deployed to the stage',
  'stage.rolled-back': 'rolled back the stage',
  'stage.promoted': 'promoted to the stage',
  'stage.created': 'created the stage',
  'route.owner-changed': 'changed the owner of',
  'route.tested': 'tested the route',
  'gateway.exported': 'exported',
  'request.tried': 'tried a request to',
  'inventory.refreshed': 'asked to read AWS again',
  'sandbox.dns-changed': "changed the sandbox customer's DNS",
};

/** The same as a name, for the filter. Rows of versions to come may hold actions that this one does not know. */
export function wordsOfAction(action: string): string {
  return (actionWords as Record<string, string>)[action] ?? action;
}
