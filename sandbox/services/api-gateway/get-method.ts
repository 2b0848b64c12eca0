import type { GetMethodCommandInput, GetMethodCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { findMethod } from './methods';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetMethod.html */
export function getMethod(context: Context, input: GetMethodCommandInput): Answer<GetMethodCommandOutput> {
  return findMethod(context, input).method;
}
