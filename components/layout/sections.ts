import type { IconName } from '@/components/ui/icon-shapes';

/** What waits for the reader in a section, by its address. */
export type SectionBadges = Readonly<Record<string, { count: number; what: string }>>;

/** The console's sections, in the order of the navigation. A new section is one line here. */
export const sections: { href: string; label: string; icon: IconName }[] = [
  { href: '/overview', label: 'Overview', icon: 'layout-dashboard' },
  { href: '/tenants', label: 'Tenants', icon: 'users' },
  { href: '/routes', label: 'Routes', icon: 'route' },
  { href: '/changes', label: 'Changes', icon: 'git-pull-request-draft' },
  { href: '/deployments', label: 'Deployments', icon: 'rocket' },
  { href: '/explain', label: 'Explain', icon: 'scan-search' },
  { href: '/certificates', label: 'Certificates', icon: 'shield-check' },
  { href: '/audit', label: 'Audit log', icon: 'scroll-text' },
  { href: '/settings', label: 'Settings', icon: 'settings' },
];
