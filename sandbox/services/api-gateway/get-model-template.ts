import type { GetModelTemplateCommandInput, GetModelTemplateCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { parseJson } from '../../data-plane/json-path';
import { keyOf } from '../../scope';
import { findModel } from './find';
import { modelTemplate } from './model-template';
import { asRecord } from './openapi/json';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_GetModelTemplate.html */
export function getModelTemplate(
  context: Context,
  input: GetModelTemplateCommandInput,
): Answer<GetModelTemplateCommandOutput> {
  const { schema = '' } = findModel(context, input.restApiId, input.modelName);
  const value = modelTemplate(schema, (reference) => {
    const name = /\/restapis\/[^/]+\/models\/(\w+)$/.exec(reference)?.[1] ?? '';
    const found = context.state.get('models', keyOf.model(context.scope, input.restApiId ?? '', name));
    return found && asRecord(parseJson(found.schema ?? ''));
  });
  return { value };
}
