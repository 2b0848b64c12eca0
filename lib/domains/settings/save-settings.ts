import 'server-only';
import { recordEvent } from '@/lib/audit/record-event';
import type { Context } from '@/lib/context';
import { settings } from '@/lib/db/schema';
import { ExpectedError } from '@/lib/errors';
import { readInventory } from '@/lib/inventory/read-inventory';
import { domainSettingsKey, readDomainSettings } from './read-settings';
import type { DomainSettings } from './schemas';

/**
 * Changes what holds for domains as a whole. Stable names that were given out stay as they are: customers' records lead to them.
 *
 * @throws ExpectedError `invalid` for a zone that is none of our public ones
 */
export async function saveDomainSettings(ctx: Context, after: DomainSettings): Promise<void> {
  const zones = (await readInventory(ctx.db, 'hosted-zone')).filter((zone) => !zone.private);
  if (after.edgeZoneId !== '' && !zones.some((zone) => zone.id === after.edgeZoneId)) {
    throw new ExpectedError('invalid', 'Nothing was changed: something in the form needs another look.', {
      fields: { edgeZoneId: 'This zone is not one of our public zones any more. Choose another.' },
    });
  }
  await ctx.db.transaction(async (tx) => {
    const before = await readDomainSettings(tx);
    const row = { key: domainSettingsKey, value: after, updatedAt: ctx.now() };
    await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
    await recordEvent(
      { ...ctx, db: tx },
      { action: 'settings.domains-changed', resourceId: 'domains', before: { ...before }, after: { ...after } },
    );
  });
}
