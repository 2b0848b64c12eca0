import type { GetSdkTypeCommandInput, GetSdkTypeCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { notFound } from './refusals';
import { sdkTypes } from './sdk-types';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetSdkType.html */
export function getSdkType(_context: Context, input: GetSdkTypeCommandInput): Answer<GetSdkTypeCommandOutput> {
  const found = sdkTypes.find(({ id }) => id === input.id);
  if (!found) throw notFound('Invalid SDK Type specified');
  return found;
}
