import 'server-only';
import { createHmac } from 'node:crypto';
import { lengthOf, maxPolicyCharacters, operatorPolicies, readOnlyPolicies } from '@/lib/aws/iam/policies';
import { partitionOf } from '@/lib/aws/iam/scope';
import { assumePolicy, trustPolicy } from '@/lib/aws/iam/trust-policies';
import type { Db } from '@/lib/db/db';
import { env } from '@/lib/env';
import type { Identity } from './model';
import { readPolicyScope } from './read-policy-scope';

/** A policy as pages show it. */
export interface ShownPolicy {
  name: string;
  json: string;
  /** As IAM counts them, without white space. */
  characters: number;
  maxCharacters: number;
}

export interface ShownPolicies {
  readOnly: ShownPolicy[];
  operator: ShownPolicy[];
  trust: ShownPolicy;
  assume: ShownPolicy;
  /** What is still a wildcard because it isn't known yet. */
  wide: string[];
  /** The external id of the trust policy. */
  externalId: string;
  /** Whether that is only a proposal, because none is set. */
  proposed: boolean;
}

/** IAM's quota for a role's trust policy, without white space. */
const maxTrustCharacters = 2_048;

/** The policies to attach, cut down to what the inventory knows, and those for a role. */
export async function readPolicies(db: Db, identity: Identity | null): Promise<ShownPolicies> {
  const { region, awsRole, authSecret } = env();
  const scope = await readPolicyScope(db, { region, account: identity?.account ?? null });
  const named = readOnlyPolicies(scope).map(({ name, document }) => shown(name, document, lengthOf(document)));
  const operator = operatorPolicies(scope).map(({ name, document }) => shown(name, document, lengthOf(document)));
  // Nobody else can guess it, and it stays the same from one look to the next.
  const proposal = createHmac('sha256', authSecret).update('external-id').digest('hex').slice(0, 32);
  const externalId = awsRole === null ? proposal : awsRole.externalId;
  const account = identity?.account ?? '<account>';
  const roleArn = awsRole?.roleArn ?? `arn:${partitionOf(region)}:iam::${account}:role/Gatehouse`;
  const trust = trustPolicy({ principalArn: principalOf(awsRole === null ? identity : null, region), externalId });
  const assume = assumePolicy(roleArn);
  return {
    readOnly: named,
    operator,
    trust: shown('GatehouseTrust', trust, JSON.stringify(trust).length, maxTrustCharacters),
    assume: shown('GatehouseAssume', assume, JSON.stringify(assume).length),
    wide: [
      ...(scope.restApiId === null ? ['the gateway'] : []),
      ...(scope.zoneIds.length === 0 ? ['the hosted zones'] : []),
      ...(scope.account === null ? ['the account'] : []),
    ],
    externalId: externalId ?? proposal,
    proposed: awsRole?.externalId == null,
  };
}

/** The user, or the role of a session; once a role is assumed, the identity behind it isn't seen any more. */
function principalOf(identity: Identity | null, region: string): string {
  if (identity === null) return `arn:${partitionOf(region)}:iam::<account>:role/<what Gatehouse starts with>`;
  return identity.arn.replace(/^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\/.*$/, 'arn:$1:iam::$2:role/$3');
}

function shown(name: string, document: object, characters: number, maxCharacters = maxPolicyCharacters): ShownPolicy {
  return { name, json: JSON.stringify(document, null, 2), characters, maxCharacters };
}
