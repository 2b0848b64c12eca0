import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { inventory } from '@/lib/db/schema';
import type { WantedDomain } from '@/lib/domains/model';
import { groupBy } from '@/lib/group-by';
import type { InventoryKind, InventoryKinds } from '@/lib/inventory/model';

export type ServedDomain = Pick<WantedDomain, 'gatewayDomainName'>;

/** What may serve domains, by the inventory cache. */
export interface Serving {
  gatewayDomains: Map<string, InventoryKinds['gateway-domain']>;
  certificates: Map<string, InventoryKinds['certificate']>;
  /** By custom domain name. */
  mappings: Map<string, InventoryKinds['mapping'][]>;
  /** Deployments by `api/stage`. */
  deployments: Map<string, string>;
}

/**
 * What serves a domain as one text: target, certificate with its dates, stages with their deployments. Another text means that somebody
 * changed something there. Null while the cache does not know all of it. Pure.
 */
export function servedBy({ gatewayDomainName }: ServedDomain, serving: Serving): string | null {
  const domain = serving.gatewayDomains.get(gatewayDomainName);
  const certificate = domain && serving.certificates.get(domain.certificateArn ?? '');
  if (domain === undefined || certificate === undefined) return null;
  const stages = (serving.mappings.get(gatewayDomainName) ?? []).map(({ basePath, restApiId, stage }) => {
    return `${basePath}=${restApiId}/${stage}@${serving.deployments.get(`${restApiId}/${stage}`) ?? ''}`;
  });
  const parts = [domain.targetName, certificate.arn, certificate.notBefore, certificate.notAfter, ...stages.sort()];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

const kinds = ['gateway-domain', 'certificate', 'mapping', 'stage'] as const;

/** Reads what serves one domain, or all of them. */
export async function readServing(db: Db, name: string | null): Promise<Serving> {
  const narrow = or(
    eq(inventory.kind, 'stage'),
    and(eq(inventory.kind, 'gateway-domain'), eq(inventory.key, name ?? '')),
    and(eq(inventory.kind, 'mapping'), sql`${inventory.data}->>'domainName' = ${name}`),
    and(
      eq(inventory.kind, 'certificate'),
      sql`${inventory.key} = (select data->>'certificateArn' from inventory where kind = 'gateway-domain' and key = ${name})`,
    ),
  );
  const rows = await db
    .select({ kind: inventory.kind, data: inventory.data })
    .from(inventory)
    .where(name === null ? inArray(inventory.kind, [...kinds]) : narrow);
  const of = <Kind extends InventoryKind>(kind: Kind) =>
    rows.flatMap((row) => (row.kind === kind ? [row.data as InventoryKinds[Kind]] : []));
  return {
    gatewayDomains: new Map(of('gateway-domain').map((one) => [one.name, one])),
    certificates: new Map(of('certificate').map((one) => [one.arn, one])),
    mappings: groupBy(of('mapping'), (one) => one.domainName),
    deployments: new Map(of('stage').map((one) => [`${one.restApiId}/${one.name}`, one.deploymentId])),
  };
}
