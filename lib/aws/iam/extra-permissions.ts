import 'server-only';
import type { Feature } from './operations';
import type { Permission } from './permission-of';
import { type PolicyScope, partitionOf } from './scope';

/** A permission that goes with a call without being one of its own, so that only the call itself shows whether it is there. */
export interface ExtraPermission extends Permission {
  sid: string;
  feature: Feature;
  /** With which call AWS asks for it. */
  note: string;
  condition?: Record<string, Record<string, string | string[]>>;
}

export function extraPermissions({ region, account, restApiId, roleArns }: PolicyScope): ExtraPermission[] {
  const partition = partitionOf(region);
  const gateway = `arn:${partition}:apigateway:${region}::`;
  const roleOfService = 'role/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway';
  const extras: ExtraPermission[] = [
    {
      sid: 'TagDomainNames',
      action: 'apigateway:PUT',
      // The path holds the ARN of the new name, percent-encoded.
      resources: [`${gateway}/tags/arn%3A${partition}%3Aapigateway%3A${region}%3A%3A%2Fdomainnames%2F*`],
      feature: 'onboard-domain',
      note: 'AWS asks for it only when a custom domain name is created with tags.',
    },
    {
      sid: 'TagCertificates',
      action: 'acm:AddTagsToCertificate',
      resources: [`arn:${partition}:acm:${region}:${account ?? '*'}:certificate/*`],
      feature: 'onboard-domain',
      note: 'AWS asks for it only when a certificate is requested or imported with tags.',
    },
    {
      sid: 'FirstDomainName',
      action: 'iam:CreateServiceLinkedRole',
      resources: [`arn:${partition}:iam::${account ?? '*'}:${roleOfService}`],
      condition: { StringEquals: { 'iam:AWSServiceName': 'ops.apigateway.amazonaws.com' } },
      feature: 'onboard-domain',
      note: "AWS asks for it once, at the account's first custom domain name.",
    },
    {
      sid: 'ResourcePolicy',
      action: 'apigateway:UpdateRestApiPolicy',
      resources: [`${gateway}/restapis/${restApiId ?? '*'}`],
      feature: 'edit-routes',
      note: "AWS asks for it only when the gateway's resource policy is changed.",
    },
  ];
  if (roleArns.length === 0) return extras;
  return [
    ...extras,
    {
      sid: 'PassRoles',
      action: 'iam:PassRole',
      resources: [...roleArns].sort(),
      condition: { StringEquals: { 'iam:PassedToService': 'apigateway.amazonaws.com' } },
      feature: 'edit-routes',
      note: 'AWS asks for it only when an integration or authorizer is given the role.',
    },
  ];
}
