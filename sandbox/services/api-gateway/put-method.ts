import type { PutMethodCommandInput, PutMethodCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { defined } from './defined';
import { findResource } from './find';
import { checkedMethod } from './method-checks';
import { putMethodIn, refuseUnknownVerb } from './methods';
import { conflict } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html */
export function putMethod(context: Context, input: PutMethodCommandInput): Promise<Answer<PutMethodCommandOutput>> {
  return context.state.write((tx) => {
    const { restApiId = '', resourceId, ...given } = input;
    const resource = findResource(context, restApiId, resourceId);
    const verb = input.httpMethod ?? '';
    refuseUnknownVerb(verb);
    if (resource.resourceMethods?.[verb]) throw conflict('Method already exists for this resource');
    const method = checkedMethod(
      context,
      restApiId,
      defined({ ...given, apiKeyRequired: input.apiKeyRequired ?? false }),
    );
    putMethodIn(context, tx, input, resource, method);
    return method;
  });
}
