import type { ReactNode } from 'react';
import { SettingsLinks } from '@/components/settings/settings-links';
import { settingsSections } from '@/components/settings/settings-sections';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const user = await requireSession();
  return (
    <>
      <SettingsLinks items={settingsSections.filter(({ permission }) => may(user, permission))} />
      {children}
    </>
  );
}
