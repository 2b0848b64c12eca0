import 'server-only';
import type { AwsCall } from '@/lib/audit/model';
import { asHarmless } from '../call-scope';
import type { Aws } from '../clients';
import { AwsError } from '../errors';
import { extraPermissions } from '../iam/extra-permissions';
import { type Feature, listOperations } from '../iam/operations';
import { permissionOf } from '../iam/permission-of';
import type { PolicyScope } from '../iam/scope';
import { mapConcurrently } from '../map-concurrently';
import { gatewayProbes } from './gateway-probes';
import { acmProbes, lambdaProbes, route53Probes } from './other-probes';
import type { Probe, ProbeTarget } from './probe';

/**
 * `permitted` and `missing` are certain. `untold`: nothing harmless tells. `unanswered`: AWS gave no answer, or something that can be
 * tried isn't known yet.
 */
export type PermissionVerdict = 'permitted' | 'missing' | 'untold' | 'unanswered';

export interface TriedPermission {
  service: AwsCall['service'] | 'iam';
  /** Null for a permission that goes with another call. */
  operation: string | null;
  action: string;
  /** ARNs, with wildcards. */
  resources: string[];
  feature: Feature;
  verdict: PermissionVerdict;
  /** Why it is untold or unanswered, or AWS's own words where it is missing. */
  note: string | null;
}

/** What to aim at; null where the inventory has none yet. */
export interface TryScope extends PolicyScope {
  account: string;
  zones: readonly { id: string; name: string }[];
}

const probes: Record<string, Record<string, Probe>> = {
  apigateway: gatewayProbes,
  route53: route53Probes,
  acm: acmProbes,
  lambda: lambdaProbes,
  sts: {},
};

/** Calls in flight; the door paces them besides. */
const concurrency = 4;
/** Each zone has a resource of its own in IAM; more than so many are not tried one by one. */
const maxZones = 10;

/** Tries every permission of the table in a way that changes nothing (docs/decisions/010-preflight.md). */
export async function tryPermissions(aws: Aws, scope: TryScope): Promise<TriedPermission[]> {
  const tries = listOperations().flatMap((row) => {
    const probe = probes[row.service]?.[row.operation];
    if (!probe) throw new Error(`there is no try for ${row.operation}`);
    const zones = row.resource === 'zone' ? scope.zones.slice(0, maxZones) : [];
    // Each zone by itself, so that the one which is missing in the policy gets its name.
    const scopes = zones.length > 0 ? zones.map((zone) => ({ ...scope, zones: [zone], zoneIds: [zone.id] })) : [scope];
    return scopes.map((narrow) => ({ ...row, probe, scope: narrow }));
  });
  const tried = await mapConcurrently(tries, concurrency, async ({ probe, scope: narrow, ...row }) => {
    const { action, resources } = permissionOf(row, narrow);
    const { service, operation, feature } = row;
    return { service, operation, action, resources, feature, ...(await tryOne(aws, probe, narrow, needsOf(row))) };
  });
  const extras = extraPermissions(scope).map(({ action, resources, feature, note }) => ({
    service: action.split(':')[0] as TriedPermission['service'],
    operation: null,
    action,
    resources,
    feature,
    verdict: 'untold' as const,
    note,
  }));
  return [...tried, ...extras];
}

type Need = 'gateway' | 'zone' | null;

function needsOf({ service, operation, resource }: { service: string; operation: string; resource: string }): Need {
  if (resource === 'zone') return 'zone';
  const global = /^(Get(RestApis|VpcLinks|DomainNames?|BasePathMappings)|(Update|Delete)(DomainName|BasePathMapping))$/;
  return service === 'apigateway' && !global.test(operation) ? 'gateway' : null;
}

async function tryOne(
  aws: Aws,
  probe: Probe,
  { region, account, restApiId, zones }: TryScope,
  need: Need,
): Promise<Pick<TriedPermission, 'verdict' | 'note'>> {
  if (probe.kind === 'untried') return { verdict: 'untold', note: probe.why };
  const [zone] = zones;
  if (need === 'gateway' && restApiId === null) return unanswered('The shared gateway is not known yet.');
  if (need === 'zone' && !zone) return unanswered('No public hosted zone is known.');
  const at: ProbeTarget = { region, account, restApiId: restApiId ?? '', zone: zone ?? { id: '', name: '' } };
  try {
    await asHarmless(() => probe.send(aws, at));
    // What only ever is refused went through: nobody knows what that means.
    return probe.kind === 'asks' ? unanswered('AWS took an input that it should refuse.') : permitted;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return judge(error, probe.kind);
  }
}

const permitted = { verdict: 'permitted', note: null } as const;
const unanswered = (note: string) => ({ verdict: 'unanswered', note }) as const;

/** What a refusal says about the permission. */
function judge(error: AwsError, kind: 'looks' | 'asks'): Pick<TriedPermission, 'verdict' | 'note'> {
  switch (error.kind) {
    case 'denied':
      return isAccessDenied(error)
        ? { verdict: 'missing', note: error.awsMessage }
        : unanswered(`${error.message} ${error.fix}`);
    case 'paced':
      return unanswered('Its quota of calls is in use at the moment.');
    case 'throttled':
    case 'unreachable':
    case 'unavailable':
    case 'unknown':
    case 'unconfirmed':
      return unanswered(error.message);
    case 'not-found':
    case 'conflict':
    case 'in-use':
    case 'not-ready':
    case 'limit':
    case 'invalid':
      return kind === 'looks'
        ? permitted
        : {
            verdict: 'untold',
            note: 'AWS refused the empty try for its input, and does not say whether the permission is there.',
          };
  }
}

/** As opposed to credentials that AWS doesn't take at all. */
function isAccessDenied({ awsCode }: AwsError): boolean {
  return awsCode !== null && /^(AccessDenied(Exception)?|UnauthorizedException|NotAuthorized)$/.test(awsCode);
}
