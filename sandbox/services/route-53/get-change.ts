import type { GetChangeCommandInput, GetChangeCommandOutput } from '@aws-sdk/client-route-53';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { changeInfo } from './change-info';
import { bareId } from './zone';

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html */
export function getChange(context: Context, input: GetChangeCommandInput): Answer<GetChangeCommandOutput> {
  const change = context.state.get('changes', keyOf.change(context.account, bareId(input.Id)));
  if (!change) throw new Failure('NoSuchChange', `Could not find resource with ID: ${bareId(input.Id)}`, 404);
  return { ChangeInfo: changeInfo(context, change) };
}
