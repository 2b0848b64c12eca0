import 'server-only';
import { CreateModelCommand } from '@aws-sdk/client-api-gateway';
import type { Model } from '@/lib/gateway/model';
import { schemaForAws } from '@/lib/gateway/model-references';
import type { Aws } from '../clients';

/**
 * Adds a model.
 *
 * @throws AwsError `conflict` when the name is taken; `invalid` for a schema that AWS refuses
 */
export async function createModel(aws: Aws, restApiId: string, name: string, model: Model): Promise<void> {
  const { contentType, description, schema } = model;
  const optional = {
    description: description ?? undefined,
    schema: schema === null ? undefined : schemaForAws(schema, restApiId),
  };
  await aws.apiGateway.send(new CreateModelCommand({ restApiId, name, contentType, ...optional }));
}
