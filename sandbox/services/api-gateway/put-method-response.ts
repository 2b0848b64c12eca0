import type { PutMethodResponseCommandInput, PutMethodResponseCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { defined } from './defined';
import { refuseBadResponseParameters } from './mapping-expression';
import { refuseUnknownModels } from './method-checks';
import { findMethod, putMethodIn } from './methods';
import { conflict } from './refusals';
import { refuseBadStatusCode } from './status-code';
import { withoutEmpty } from './without-empty';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html */
export function putMethodResponse(
  context: Context,
  input: PutMethodResponseCommandInput,
): Promise<Answer<PutMethodResponseCommandOutput>> {
  refuseBadStatusCode(input.statusCode);
  return context.state.write((tx) => {
    const { resource, method } = findMethod(context, input);
    const { restApiId = '', statusCode = '', responseParameters, responseModels } = input;
    if (method.methodResponses?.[statusCode]) throw conflict('Response already exists for this resource');
    refuseBadResponseParameters(responseParameters);
    refuseUnknownModels(context, restApiId, responseModels);
    const response = withoutEmpty(defined({ statusCode, responseParameters, responseModels }));
    putMethodIn(context, tx, input, resource, {
      ...method,
      methodResponses: { ...method.methodResponses, [statusCode]: response },
    });
    return response;
  });
}
