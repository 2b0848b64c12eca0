import type { Verb } from '@/lib/gateway/model';

/** Where a method is, in AWS's ids. */
export interface MethodAddress {
  restApiId: string;
  resourceId: string;
  verb: Verb;
}

/** The address as the SDK spells it. */
export function addressed({ restApiId, resourceId, verb }: MethodAddress) {
  return { restApiId, resourceId, httpMethod: verb };
}
