import { createHash } from 'node:crypto';
import type { GetPolicyCommandInput, GetPolicyCommandOutput } from '@aws-sdk/client-lambda';
import type { Answer, Context } from '../../context';
import { findFunction, notFound } from './find-function';

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html; a function without statements has no policy at all. */
export function getPolicy(context: Context, input: GetPolicyCommandInput): Answer<GetPolicyCommandOutput> {
  const { policy = [] } = findFunction(context, input);
  if (policy.length === 0) throw notFound('The resource you requested does not exist.');
  const text = JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: policy });
  return { Policy: text, RevisionId: revisionOf(text) };
}

/** Another policy has another one. */
function revisionOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
