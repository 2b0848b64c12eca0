import type { DeleteModelCommandInput, DeleteModelCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { findModel } from './find';
import { methodsOfApi } from './methods-of-api';
import { conflict } from './refusals';

/** https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteModel.html */
export function deleteModel(
  context: Context,
  input: DeleteModelCommandInput,
): Promise<Answer<DeleteModelCommandOutput>> {
  return context.state.write((tx) => {
    const restApiId = input.restApiId ?? '';
    const { name } = findModel(context, restApiId, input.modelName);
    const use = useOf(context, restApiId, name);
    if (use) throw conflict(`Cannot delete model '${name}', is referenced in ${use}`);
    tx.remove('models', keyOf.model(context.scope, restApiId, name));
    return {};
  });
}

function useOf(context: Context, restApiId: string, name: string): string | undefined {
  const names = (models: Record<string, string> | undefined) => Object.values(models ?? {}).includes(name);
  for (const { path, verb, method } of methodsOfApi(context, restApiId)) {
    if (names(method.requestModels)) return `method request: ${path}/${verb}`;
    const response = Object.values(method.methodResponses ?? {}).find((one) => names(one.responseModels));
    if (response) return `method response: ${path}/${verb}/${response.statusCode}`;
  }
  const reference = new RegExp(`/restapis/[^/"]+/models/${name}"`);
  const models = context.state.list('models', keyOf.model(context.scope, restApiId));
  const user = models.find((model) => model.name !== name && reference.test(model.schema ?? ''));
  return user && `model: ${user.name}`;
}
