import type { RestApi } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import type { Collections } from '../../model';
import { badRequest } from './refusals';

/**
 * An API as AWS shows it: the short form of resources in its policy is completed to ARNs, and the policy is escaped once more
 * than JSON needs, slashes too (hashicorp/terraform-provider-aws pull request 4606).
 */
export function restApiView({ region, account }: Context, stored: Collections['restApis']): RestApi {
  const { policy, ...rest } = stored;
  if (policy === undefined) return rest;
  const whole = policy.replaceAll('"execute-api:/', `"arn:aws:execute-api:${region}:${account}:${stored.id}/`);
  return { ...rest, policy: JSON.stringify(whole).slice(1, -1).replaceAll('/', String.raw`\/`) };
}

/** The policy as it is stored: without the spaces that somebody wrote. */
export function checkedPolicy(policy: string): string {
  try {
    const document: unknown = JSON.parse(policy);
    if (typeof document === 'object' && document !== null && 'Statement' in document) return JSON.stringify(document);
  } catch {
    // Told below, as everything that is no policy.
  }
  throw badRequest('Invalid policy document. Please check the policy syntax and ensure that Principals are valid.');
}
