import 'server-only';
import type { PolicyScope } from '@/lib/aws/iam/scope';
import type { Db } from '@/lib/db/db';
import { getGatewayId } from '@/lib/inventory/get-gateway-id';
import { readInventory } from '@/lib/inventory/read-inventory';
import { readWorkingCopy } from '@/lib/inventory/read-working-copy';

/** What the policies are cut down to: the gateway, the zones and the roles that the inventory knows. */
export async function readPolicyScope(
  db: Db,
  { region, account }: { region: string; account: string | null },
): Promise<PolicyScope & { zones: { id: string; name: string }[] }> {
  const restApiId = await getGatewayId(db);
  const zones = (await readInventory(db, 'hosted-zone'))
    .filter((zone) => !zone.private)
    .map(({ id, name }) => ({ id, name }));
  const roleArns = restApiId === null ? [] : await rolesOf(db, restApiId);
  return { region, account, restApiId, zones, zoneIds: zones.map(({ id }) => id), roleArns };
}

/** Roles that integrations and authorizers of the working copy are given. */
async function rolesOf(db: Db, restApiId: string): Promise<string[]> {
  const copy = await readWorkingCopy(db, restApiId);
  if (copy === null) return [];
  const { resources, authorizers } = copy.snapshot;
  const credentials = [
    ...Object.values(resources).flatMap((resource) =>
      Object.values(resource.methods).map((method) => method?.integration?.credentials ?? null),
    ),
    ...Object.values(authorizers).map((authorizer) => authorizer.credentials),
  ];
  // The caller's own credentials (`arn:aws:iam::*:user/*`) are passed by nobody, and variables are filled in by the stage.
  return [
    ...new Set(credentials.flatMap((arn) => (arn !== null && /^arn:[\w-]+:iam::\d{12}:role\//.test(arn) ? [arn] : []))),
  ];
}
