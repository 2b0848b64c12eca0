import type { ChangeResourceRecordSetsCommandInput } from '@aws-sdk/client-route-53';
import type { WireRequest } from '../protocol/wire';
import { keyOf } from '../scope';
import type { Service } from '../service';
import type { State } from '../state';
import type { Wanted } from './policy';

interface Request {
  state: State;
  account: string;
  region: string;
  /** Of the service, see scope.ts. */
  scope: string;
  request: Pick<WireRequest, 'method' | 'path'>;
  operation: string;
  /** Decoded, not yet checked: any member may be missing or wrong. */
  input: Record<string, unknown>;
}

/** The permissions that a request needs, each of them: mostly one, and more for what AWS checks besides. */
export const wantedOf: Record<Service['name'], (request: Request) => Wanted[]> = {
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html: by method and path.
  apigateway: ({ request, region, account, operation, input }) => {
    const arn = `arn:aws:apigateway:${region}::${request.path}`;
    const own = { action: `apigateway:${request.method}`, resource: arn };
    const more: Wanted[] = [];
    if (operation !== 'TagResource' && Object.keys(object(input.tags)).length > 0) {
      const tagged = `arn:aws:apigateway:${region}::${request.path}/${text(input.domainName) || '*'}`;
      const resource = `arn:aws:apigateway:${region}::/tags/${encodeURIComponent(tagged)}`;
      more.push({ action: 'apigateway:PUT', resource });
    }
    if (operation === 'UpdateRestApi' && patchesPolicy(input)) {
      more.push({ action: 'apigateway:UpdateRestApiPolicy', resource: arn });
    }
    const role = text(input.credentials) || text(input.authorizerCredentials);
    if (role.startsWith(`arn:aws:iam::${account}:role/`)) {
      const keys = { 'iam:PassedToService': ['apigateway.amazonaws.com'] };
      more.push({ action: 'iam:PassRole', resource: role, keys });
    }
    return [own, ...more];
  },
  route53: ({ operation, input }) => {
    const action = `route53:${operation}`;
    if (operation === 'GetChange') return [{ action, resource: `arn:aws:route53:::change/${text(input.Id)}` }];
    const zone = text(input.HostedZoneId) || text(input.Id);
    const resource = zone === '' ? '*' : `arn:aws:route53:::hostedzone/${zone.replace(/^\/?hostedzone\//, '')}`;
    return [{ action, resource, ...(operation === 'ChangeResourceRecordSets' ? { keys: changeKeys(input) } : {}) }];
  },
  acm: ({ state, account, region, scope, operation, input }) => {
    const action = `acm:${operation}`;
    if (operation === 'RequestCertificate') {
      const keys = { 'acm:ValidationMethod': list(input.ValidationMethod) };
      const tagging = {
        action: 'acm:AddTagsToCertificate',
        resource: `arn:aws:acm:${region}:${account}:certificate/*`,
      };
      return [{ action, resource: '*', keys }, ...(list(input.Tags).length > 0 ? [tagging] : [])];
    }
    const arn = text(input.CertificateArn);
    if (operation === 'ImportCertificate' && arn === '') {
      const resource = `arn:aws:acm:${region}:${account}:certificate/*`;
      const tagging = { action: 'acm:AddTagsToCertificate', resource };
      return [{ action, resource }, ...(list(input.Tags).length > 0 ? [tagging] : [])];
    }
    if (arn === '') return [{ action, resource: '*' }];
    const tags = state.get('certificates', keyOf.certificate(scope, arn))?.tags ?? [];
    const keys = Object.fromEntries(tags.map(({ Key, Value = '' }) => [`aws:ResourceTag/${Key}`, [Value]]));
    return [{ action, resource: arn, keys }];
  },
  lambda: ({ account, region, operation, input }) => {
    const name = text(input.FunctionName);
    const resource = name === '' ? '*' : `arn:aws:lambda:${region}:${account}:function:${name}`;
    return [{ action: `lambda:${operation}`, resource }];
  },
  // GetCallerIdentity needs no permission, and who may assume a role is up to the role here.
  sts: () => [],
};

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html */
function changeKeys(input: Record<string, unknown>): Record<string, string[]> {
  const batch = (input as Partial<ChangeResourceRecordSetsCommandInput>).ChangeBatch;
  const changes = Array.isArray(batch?.Changes) ? batch.Changes : [];
  const sets = changes.map((change) => change.ResourceRecordSet);
  return {
    'route53:ChangeResourceRecordSetsActions': changes.map((change) => text(change.Action)),
    'route53:ChangeResourceRecordSetsRecordTypes': sets.map((set) => text(set?.Type)),
    'route53:ChangeResourceRecordSetsNormalizedRecordNames': sets.map((set) =>
      text(set?.Name).toLowerCase().replace(/\.$/, ''),
    ),
  };
}

function patchesPolicy({ patchOperations }: Record<string, unknown>): boolean {
  return Array.isArray(patchOperations) && patchOperations.some((patch) => object(patch).path === '/policy');
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return [value].flat().map((each) => (typeof each === 'string' ? each : ''));
}
