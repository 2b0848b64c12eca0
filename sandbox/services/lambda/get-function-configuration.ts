import type {
  GetFunctionConfigurationCommandInput,
  GetFunctionConfigurationCommandOutput,
} from '@aws-sdk/client-lambda';
import type { Answer, Context } from '../../context';
import { findFunction } from './find-function';
import { functionView } from './function-view';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export function getFunctionConfiguration(
  context: Context,
  input: GetFunctionConfigurationCommandInput,
): Answer<GetFunctionConfigurationCommandOutput> {
  return functionView(context, findFunction(context, input));
}
