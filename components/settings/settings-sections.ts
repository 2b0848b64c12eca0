import type { Permission } from '@/lib/auth/permissions';

/** The pages of the settings, in their order. A new one is a line here and a folder in `app/(console)/settings`. */
export const settingsSections: { href: string; label: string; permission: Permission }[] = [
  { href: '/settings/users', label: 'Users', permission: 'users:manage' },
  { href: '/settings/permissions', label: 'Permissions', permission: 'account:own' },
  { href: '/settings/sign-in', label: 'Sign-in', permission: 'settings:manage' },
  { href: '/settings/domains', label: 'Domains', permission: 'settings:manage' },
  { href: '/settings/stages', label: 'Approvals', permission: 'gateway:view' },
  { href: '/settings/audit', label: 'Audit log', permission: 'audit:manage' },
  { href: '/settings/connection', label: 'Connection', permission: 'settings:manage' },
];
