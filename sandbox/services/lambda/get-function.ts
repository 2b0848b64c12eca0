import type { GetFunctionCommandInput, GetFunctionCommandOutput } from '@aws-sdk/client-lambda';
import type { Answer, Context } from '../../context';
import { findFunction } from './find-function';
import { functionView } from './function-view';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html; there is no place to load the code from. */
export function getFunction(context: Context, input: GetFunctionCommandInput): Answer<GetFunctionCommandOutput> {
  return { Configuration: functionView(context, findFunction(context, input)), Code: { RepositoryType: 'S3' } };
}
