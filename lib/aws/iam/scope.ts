/** What the policies are cut down to. What isn't known yet stays a wildcard. */
export interface PolicyScope {
  region: string;
  /** Twelve digits. */
  account: string | null;
  /** The shared gateway. */
  restApiId: string | null;
  /** Route 53 zones that hold tenants' hostnames; empty when none is known. */
  zoneIds: readonly string[];
  /** Roles that the gateway's integrations and authorizers use. */
  roleArns: readonly string[];
}

/** `aws`, `aws-cn` or `aws-us-gov`: how ARNs of a region begin. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
