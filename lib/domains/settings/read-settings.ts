import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { settings } from '@/lib/db/schema';
import { type DomainSettings, defaultDomainSettings, domainSettingsSchema } from './schemas';

/** Key of the settings of domains. */
export const domainSettingsKey = 'domains';

/** What holds for domains as a whole; the defaults for what was never set. */
export async function readDomainSettings(db: Db): Promise<DomainSettings> {
  const [row] = await db.select().from(settings).where(eq(settings.key, domainSettingsKey));
  return domainSettingsSchema.catch(defaultDomainSettings).parse(row?.value ?? defaultDomainSettings);
}
