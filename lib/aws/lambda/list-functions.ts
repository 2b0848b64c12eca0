import 'server-only';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import type { LambdaFunction } from '@/lib/inventory/model';
import type { Aws } from '../clients';
import { collectPages } from '../collect-pages';
import { required } from '../reshape';

/**
 * All Lambda functions of the account in the region, without versions and aliases.
 *
 * @throws AwsError `denied` when the credentials have no business with Lambda
 */
export function listFunctions(aws: Aws): Promise<LambdaFunction[]> {
  return collectPages(async (Marker: string | undefined) => {
    const page = await aws.lambda.send(new ListFunctionsCommand({ Marker, MaxItems: 50 }));
    const items = (page.Functions ?? []).map((one) => ({
      arn: required(one.FunctionArn, 'FunctionArn'),
      name: required(one.FunctionName, 'FunctionName'),
      description: one.Description || null,
      runtime: one.Runtime ?? null,
    }));
    return { items, next: page.NextMarker || undefined };
  });
}
