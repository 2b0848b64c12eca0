import type { GetAccountConfigurationCommandInput, GetAccountConfigurationCommandOutput } from '@aws-sdk/client-acm';
import type { Answer, Context } from '../../context';

/** AWS's default (API_ExpiryEventsConfiguration). */
export const defaultDaysBeforeExpiry = 45;

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_GetAccountConfiguration.html */
export function getAccountConfiguration(
  { state, scope }: Context,
  _input: GetAccountConfigurationCommandInput,
): Answer<GetAccountConfigurationCommandOutput> {
  const stored = state.get('certificateAccounts', scope);
  return { ExpiryEvents: { DaysBeforeExpiry: stored?.daysBeforeExpiry ?? defaultDaysBeforeExpiry } };
}
