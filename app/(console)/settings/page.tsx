import { redirect } from 'next/navigation';
import { settingsSections } from '@/components/settings/settings-sections';
import { may } from '@/lib/auth/permissions';
import { requireSession } from '@/lib/auth/session';

/** Leads to the first page that the user may see. */
export default async function SettingsPage() {
  const user = await requireSession();
  redirect(settingsSections.find(({ permission }) => may(user, permission))?.href ?? '/overview');
}
