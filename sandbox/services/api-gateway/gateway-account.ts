import type { Account } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';

/** API Gateway's settings of the account. The sandbox's account begins with a role for logs, so that stages can log. */
export function gatewayAccount({ state, scope, account }: Context): Account {
  return (
    state.get('gatewayAccounts', scope) ?? {
      cloudwatchRoleArn: `arn:aws:iam::${account}:role/api-gateway-logs`,
      throttleSettings: { burstLimit: 5000, rateLimit: 10_000 },
      features: ['UsagePlans'],
      apiKeyVersion: '4',
    }
  );
}
