import type { CreateModelCommandInput, CreateModelCommandOutput } from '@aws-sdk/client-api-gateway';
import type { Answer, Context } from '../../context';
import { keyOf } from '../../scope';
import { defined } from './defined';
import { findRestApi } from './find';
import { refuseBadSchema } from './model-checks';
import { randomId } from './random-id';
import { badRequest, conflict } from './refusals';

/** Ours: AWS documents none. */
const maxLength = 128;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html */
export function createModel(
  context: Context,
  input: CreateModelCommandInput,
): Promise<Answer<CreateModelCommandOutput>> {
  return context.state.write((tx) => {
    const { id: restApiId } = findRestApi(context, input.restApiId);
    const { name = '', description, contentType, schema } = input;
    if (name === '') throw badRequest('Model name must be non-empty');
    if (!/^[a-zA-Z0-9]+$/.test(name)) throw badRequest(`Model name must be alphanumeric: ${name}`);
    if (name.length > maxLength) throw badRequest(`Model name can be at most ${maxLength} characters`);
    const key = keyOf.model(context.scope, restApiId, name);
    if (context.state.get('models', key)) throw conflict('Model name already exists for this REST API');
    refuseBadSchema(schema, contentType);
    const model = defined({ id: randomId(6), name, description: description || undefined, contentType, schema });
    tx.put('models', key, model);
    return model;
  });
}
