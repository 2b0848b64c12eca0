import type { ListFunctionsCommandInput, ListFunctionsCommandOutput } from '@aws-sdk/client-lambda';
import type { Answer, Context } from '../../context';
import { Failure } from '../../protocol/failure';
import { keyOf } from '../../scope';
import { functionView } from './function-view';

/** Lambda never answers more, whatever MaxItems says. */
const pageSize = 50;
const maxItems = 10_000;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html; the marker is the last name that was shown. */
export function listFunctions(
  context: Context,
  { Marker: marker = '', MaxItems: wanted = pageSize }: ListFunctionsCommandInput,
): Answer<ListFunctionsCommandOutput> {
  if (wanted < 1 || wanted > maxItems)
    throw new Failure('InvalidParameterValueException', `MaxItems must be between 1 and ${maxItems}`);
  const all = context.state.list('functions', keyOf.function(context.scope));
  const rest = all.filter((one) => one.name > marker);
  const page = rest.slice(0, Math.min(wanted, pageSize));
  const last = page.at(-1);
  return {
    Functions: page.map((one) => functionView(context, one)),
    ...(last && page.length < rest.length ? { NextMarker: last.name } : {}),
  };
}
