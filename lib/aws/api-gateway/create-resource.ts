import 'server-only';
import { CreateResourceCommand } from '@aws-sdk/client-api-gateway';
import type { Aws } from '../clients';
import { required } from '../reshape';

/**
 * Adds a resource below another. AWS allows five such calls a second.
 *
 * @param input.pathPart one segment: `orders`, `{id}`, `{proxy+}`
 * @returns the resource's id
 * @throws AwsError `conflict` when the parent has a child of that name, a variable beside it or a greedy parent stand against it;
 *   `not-found` when there is no such parent; `limit` when the API has as many resources as its quota allows
 */
export async function createResource(
  aws: Aws,
  input: { restApiId: string; parentId: string; pathPart: string },
): Promise<string> {
  const answer = await aws.apiGateway.send(new CreateResourceCommand(input));
  return required(answer.id, 'id');
}
