import { partitionOf } from '../iam/scope';

/** The ARN of a custom domain name, as the calls about tags want it: API Gateway's ARNs name no account. */
export function domainNameArn(region: string, name: string): string {
  return `arn:${partitionOf(region)}:apigateway:${region}::/domainnames/${name}`;
}
