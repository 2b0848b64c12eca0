import { Failure } from '../protocol/failure';
import type { Service } from '../service';
import type { Verdict, Wanted } from './policy';

/** How each service names what IAM refuses. */
const words: Record<Service['name'], { denied: string; expired: string; invalid: string; status: number }> = {
  apigateway: {
    denied: 'AccessDeniedException',
    expired: 'ExpiredTokenException',
    invalid: 'UnrecognizedClientException',
    status: 403,
  },
  route53: { denied: 'AccessDenied', expired: 'ExpiredToken', invalid: 'InvalidClientTokenId', status: 403 },
  acm: {
    denied: 'AccessDeniedException',
    expired: 'ExpiredTokenException',
    invalid: 'UnrecognizedClientException',
    status: 400,
  },
  lambda: {
    denied: 'AccessDeniedException',
    expired: 'ExpiredTokenException',
    invalid: 'UnrecognizedClientException',
    status: 403,
  },
  sts: { denied: 'AccessDenied', expired: 'ExpiredToken', invalid: 'InvalidClientTokenId', status: 403 },
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export function accessDenied(
  service: Service['name'],
  caller: string,
  { action, resource }: Pick<Wanted, 'action' | 'resource'>,
  verdict: Exclude<Verdict, 'allowed'>,
): Failure {
  const why =
    verdict === 'denied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  const message = `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
  return new Failure(words[service].denied, message, words[service].status);
}

export function tokenExpired(service: Service['name']): Failure {
  const message = 'The security token included in the request is expired';
  return new Failure(words[service].expired, message, words[service].status);
}

export function tokenInvalid(service: Service['name']): Failure {
  const message = 'The security token included in the request is invalid.';
  return new Failure(words[service].invalid, message, words[service].status);
}
