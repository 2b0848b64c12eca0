import type { RemovePermissionCommandInput, RemovePermissionCommandOutput } from '@aws-sdk/client-lambda';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findFunction, notFound } from './find-function';

/** https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html */
export function removePermission(
  context: Context,
  input: RemovePermissionCommandInput,
): Promise<Answer<RemovePermissionCommandOutput>> {
  return context.state.write((tx) => {
    const { policy = [], ...bare } = findFunction(context, input);
    const kept = policy.filter((statement) => statement.Sid !== input.StatementId);
    if (kept.length === policy.length)
      throw notFound(`Statement ${input.StatementId} is not found in resource policy.`);
    // One whose last permission was taken away lets nobody in; one that never had any, registered so, lets everybody.
    tx.put('functions', keyOf.function(context.scope, bare.name), { ...bare, policy: kept });
    return {};
  });
}
