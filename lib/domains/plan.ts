/** One line of what onboarding will do, before anything happens. */
export interface PlannedCall {
  /** `dns` and `https` are no AWS calls. */
  service: 'acm' | 'route53' | 'apigateway' | 'dns' | 'https';
  /** AWS's name of the call, or what else is done. */
  operation: string;
  why: string;
  who: 'console' | 'tenant' | 'aws';
  /** How long it usually takes under AWS's quotas; null where only the tenant knows. */
  seconds: number | null;
  /** AWS's quota that paces it, as a sentence; null where none matters. */
  quota: string | null;
}

export interface PlanTotals {
  /** Calls that change something on AWS. */
  awsCalls: number;
  /** Usual time of everything but what people have to do. */
  seconds: number;
  /** What the tenant has to do, each of unknown length. */
  tenantSteps: number;
}

/** Sums a plan up. */
export function planTotals(calls: PlannedCall[]): PlanTotals {
  return {
    awsCalls: calls.filter((call) => call.who === 'console' && /^(Create|Change|Request|Update)/.test(call.operation))
      .length,
    seconds: calls.reduce((sum, call) => sum + (call.seconds ?? 0), 0),
    tenantSteps: calls.filter((call) => call.who === 'tenant').length,
  };
}
