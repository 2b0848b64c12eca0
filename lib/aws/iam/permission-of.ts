import 'server-only';
import type { AwsCall } from '@/lib/audit/model';
import { gatewayPath } from './gateway-paths';
import type { ResourceKind } from './operations';
import { type PolicyScope, partitionOf } from './scope';

/** An IAM permission. */
export interface Permission {
  /** `apigateway:PUT`, `acm:RequestCertificate` */
  action: string;
  /** ARNs, with wildcards. */
  resources: string[];
}

/** The permission of an operation, on what the scope knows. */
export function permissionOf(
  { service, operation, resource }: { service: AwsCall['service']; operation: string; resource: ResourceKind },
  scope: PolicyScope,
): Permission {
  const partition = partitionOf(scope.region);
  if (service === 'apigateway') {
    const { method, path } = gatewayPath(operation);
    const filled = path.replace('{restApiId}', scope.restApiId ?? '*').replace(/\{\w+\+?\}/g, '*');
    return { action: `apigateway:${method}`, resources: [`arn:${partition}:apigateway:${scope.region}::${filled}`] };
  }
  const action = `${service}:${operation}`;
  const resources: Record<ResourceKind, () => string[]> = {
    any: () => ['*'],
    // What is read are all zones, new ones too; only what is changed is cut down to those that are known.
    zone: () =>
      operation === 'ChangeResourceRecordSets' && scope.zoneIds.length > 0
        ? scope.zoneIds.map((id) => `arn:${partition}:route53:::hostedzone/${id}`)
        : [`arn:${partition}:route53:::hostedzone/*`],
    change: () => [`arn:${partition}:route53:::change/*`],
    certificate: () => [`arn:${partition}:acm:${scope.region}:${scope.account ?? '*'}:certificate/*`],
  };
  return { action, resources: resources[resource]() };
}
