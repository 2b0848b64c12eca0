import type { PutAccountConfigurationCommandInput, PutAccountConfigurationCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';
import { validationFailure, violation } from '../../protocol/failure';
import { defaultDaysBeforeExpiry } from './get-account-configuration';
import { tokenViolations } from './idempotency-token';

const idempotentForMs = 3_600_000;

/**
 * https://docs.aws.amazon.com/acm/latest/APIReference/API_PutAccountConfiguration.html: a token of the last hour means the call
 * that was made then, whatever else is in this one.
 */
export function putAccountConfiguration(
  { state, scope, now }: Context,
  { IdempotencyToken = '', ExpiryEvents }: PutAccountConfigurationCommandInput,
): Promise<Answer<PutAccountConfigurationCommandOutput>> {
  const days = ExpiryEvents?.DaysBeforeExpiry;
  const violations = [
    ...tokenViolations(IdempotencyToken),
    ...(days !== undefined && days < 1
      ? [violation(days, 'expiryEvents.daysBeforeExpiry', 'Member must have value greater than or equal to 1')]
      : []),
  ];
  if (violations.length > 0) throw validationFailure(violations);
  return state.write((tx) => {
    const stored = state.get('certificateAccounts', scope);
    const tokens = (stored?.tokens ?? []).filter(({ at }) => now - at < idempotentForMs);
    if (tokens.some(({ token }) => token === IdempotencyToken)) return {};
    tx.put('certificateAccounts', scope, {
      daysBeforeExpiry: days ?? stored?.daysBeforeExpiry ?? defaultDaysBeforeExpiry,
      tokens: [...tokens, { token: IdempotencyToken, at: now }],
    });
    return {};
  });
}
