/** `arn:aws:apigateway:eu-west-1:s3:path/bucket/key` in its pieces; the URI of an integration with an AWS service. */
export interface ServiceUri {
  region: string;
  /** `<subdomain>.<service>` calls that host of the service. */
  subdomain: string | null;
  service: string;
  kind: 'path' | 'action';
  /** After `path/` or `action/`. */
  rest: string;
}

/** Null when the text isn't such a URI. */
export function parseServiceUri(uri: string | null): ServiceUri | null {
  const match = /^arn:aws[a-z-]*:apigateway:([a-z0-9-]+):(?:([^:/]+)\.)?([a-z0-9-]+):(path|action)\/(.*)$/s.exec(
    uri ?? '',
  );
  if (!match) return null;
  const [, region = '', subdomain, service = '', kind, rest = ''] = match;
  return { region, subdomain: subdomain ?? null, service, kind: kind === 'action' ? 'action' : 'path', rest };
}

export function printServiceUri({ region, subdomain, service, kind, rest }: ServiceUri): string {
  const host = subdomain === null ? service : `${subdomain}.${service}`;
  return `arn:${partitionOf(region)}:apigateway:${region}:${host}:${kind}/${rest}`;
}

/** The part of AWS that a region belongs to: the second field of its ARNs. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}

/** The region of an ARN, `''` when it has none. */
export function regionOf(arn: string): string {
  return arn.split(':')[3] ?? '';
}
