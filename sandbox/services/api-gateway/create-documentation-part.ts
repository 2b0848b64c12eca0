import type {
  CreateDocumentationPartCommandInput,
  CreateDocumentationPartCommandOutput,
} from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { checkedProperties } from './documentation/checked-properties';
import { completeLocation, printedLocation } from './documentation/location';
import { findRestApi } from './find';
import { randomId } from './random-id';
import { conflict } from './refusals';
import { refuseOverQuota } from './refuse-over-quota';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDocumentationPart.html */
export function createDocumentationPart(
  context: Context,
  input: CreateDocumentationPartCommandInput,
): Promise<Answer<CreateDocumentationPartCommandOutput>> {
  const { properties } = input;
  return context.state.write((tx) => {
    const { id: restApiId } = findRestApi(context, input.restApiId);
    const location = completeLocation(input.location ?? { type: undefined });
    const place = printedLocation(location);
    const others = context.state.list('documentationParts', keyOf.documentationPart(context.scope, restApiId));
    if (others.some((other) => printedLocation(other.location) === place))
      throw conflict(`Documentation part already exists for the specified location: ${place}.`);
    refuseOverQuota(context, 'maxDocumentationParts', others.length);
    const part = { id: randomId(6), location, properties: checkedProperties(properties) };
    tx.put('documentationParts', keyOf.documentationPart(context.scope, restApiId, part.id), part);
    return part;
  });
}
