import type { Account } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';

/** API Gateway's settings of the account. The sandbox's account begins with a role for logs, so that stages can log. */
export function gatewayAccount({ state, scope, account, dials }: Context): Account {
  const stored = state.get('gatewayAccounts', scope) ?? {
    cloudwatchRoleArn: `arn:aws:iam::${account}:role/api-gateway-logs`,
    features: ['UsagePlans'],
    apiKeyVersion: '4',
  };
  return { ...stored, throttleSettings: { burstLimit: dials.accountBurstLimit, rateLimit: dials.accountRateLimit } };
}
