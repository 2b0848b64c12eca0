import type { GetSdkTypesCommandInput, GetSdkTypesCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { page } from './page';
import { sdkTypes } from './sdk-types';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetSdkTypes.html */
export function getSdkTypes(_context: Context, input: GetSdkTypesCommandInput): Answer<GetSdkTypesCommandOutput> {
  return page(sdkTypes, input);
}
