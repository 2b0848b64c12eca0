import 'server-only';
import type { Db } from '@/lib/db/db';
import { domainMappings, domains } from '@/lib/db/schema';
import { chooseEdgeName } from '@/lib/domains/choose-edge-name';
import { beginHistory } from '@/lib/domains/history/begin-history';
import type { WantedDomain } from '@/lib/domains/model';

/** Writes what is wanted of a hostname; the reconciler looks at it at once. Runs in the caller's transaction. */
export async function insertDomain(
  db: Db,
  tenantId: string,
  wanted: WantedDomain,
  options: {
    id?: string;
    takeoverConfirmed: boolean;
    /** `prepare`: its traffic is moved by a cut-over later. */
    phase?: 'prepare' | 'cut-over';
    now: Date;
    correlationId?: string | null;
  },
): Promise<void> {
  // Ours lead by alias records, which follow the target by themselves.
  const edge = wanted.kind === 'customer' ? await chooseEdgeName(db, wanted.tenantSlug) : null;
  const [row] = await db
    .insert(domains)
    .values({
      ...(options.id === undefined ? {} : { id: options.id }),
      tenantId,
      hostname: wanted.hostname,
      kind: wanted.kind,
      zoneId: wanted.zoneId,
      certificateMode: wanted.certificateMode,
      certificateArn: wanted.certificateArn,
      gatewayDomainName: wanted.gatewayDomainName,
      ...(edge ?? {}),
      phase: options.phase ?? 'cut-over',
      takeoverConfirmed: options.takeoverConfirmed,
      correlationId: options.correlationId ?? null,
      headlineSince: options.now,
      nextCheckAt: options.now,
      createdAt: options.now,
      updatedAt: options.now,
    })
    .returning({ id: domains.id });
  if (row === undefined) throw new Error('the domain was not written');
  await beginHistory(db, row.id, options.now);
  if (wanted.mappings.length === 0) return;
  await db.insert(domainMappings).values(wanted.mappings.map((mapping) => ({ ...mapping, domainId: row.id })));
}
