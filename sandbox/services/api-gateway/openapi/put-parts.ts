import type { StoredAuthorizer, StoredGatewayResponse, StoredRequestValidator } from '../../../model';
import { keyOf } from '../../../scope';
import { refuseBadAuthorizer } from '../authorizer-checks';
import { defaultModels } from '../default-models';
import { defined } from '../defined';
import { checkedType } from '../gateway-response-types';
import { ownGatewayResponse } from '../gateway-response-view';
import { refuseBadContentTypes, refuseBadGatewayResponseMappings } from '../mapping-expression';
import { refuseBadSchema } from '../model-checks';
import { randomId } from '../random-id';
import { type ApiWriter, attempt } from './api-writer';
import type { ImportedApi, ImportedModel } from './imported';

/** The ids that a document's names stand for. */
export interface PartIds {
  authorizers: Map<string, string>;
  validators: Map<string, string>;
}

/** Puts authorizers, models, validators and gateway responses; what methods refer to must be there first. */
export function putParts(writer: ApiWriter, imported: ImportedApi): PartIds {
  putModels(writer, imported.models);
  putGatewayResponses(writer, imported);
  return { authorizers: putAuthorizers(writer, imported), validators: putValidators(writer, imported) };
}

function putAuthorizers(writer: ApiWriter, { authorizers }: ImportedApi): Map<string, string> {
  const { context, tx, restApiId, before } = writer;
  const ids = new Map(before.authorizers.map(({ name, id }) => [name, id]));
  for (const authorizer of authorizers) {
    attempt(writer, `Unable to create authorizer '${authorizer.name}'`, () => {
      refuseBadAuthorizer(authorizer);
      const stored: StoredAuthorizer = { ...authorizer, id: ids.get(authorizer.name) ?? randomId(6) };
      ids.set(stored.name, stored.id);
      tx.put('authorizers', keyOf.authorizer(context.scope, restApiId, stored.id), stored);
    });
  }
  return ids;
}

function putValidators(
  { context, tx, restApiId, before }: ApiWriter,
  { validators }: ImportedApi,
): Map<string, string> {
  const ids = new Map(before.requestValidators.map(({ name, id }) => [name, id]));
  for (const validator of validators) {
    const stored: StoredRequestValidator = { ...validator, id: ids.get(validator.name) ?? randomId(6) };
    ids.set(stored.name, stored.id);
    tx.put('requestValidators', keyOf.requestValidator(context.scope, restApiId, stored.id), stored);
  }
  return ids;
}

function putModels(writer: ApiWriter, models: ImportedModel[]): void {
  const { context, tx, restApiId, before } = writer;
  const key = (name: string) => keyOf.model(context.scope, restApiId, name);
  // Every API keeps these, whatever its documents say.
  for (const model of defaultModels()) {
    const kept = before.models.find(({ name }) => name === model.name) ?? model;
    tx.put('models', key(model.name), kept);
  }
  for (const { name, description, schema } of models) {
    attempt(writer, `Unable to create model '${name}'`, () => {
      const text = JSON.stringify(relink(schema, restApiId), null, 2);
      refuseBadSchema(text);
      const id = before.models.find((model) => model.name === name)?.id ?? randomId(6);
      tx.put('models', key(name), defined({ id, name, description, contentType: 'application/json', schema: text }));
    });
  }
}

/** A schema beside it is a model of the same API. */
function relink(value: unknown, restApiId: string): unknown {
  if (Array.isArray(value)) return value.map((item) => relink(item, restApiId));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const name =
        typeof each === 'string' ? /^#\/(?:components\/schemas|definitions)\/([^/]+)$/.exec(each)?.[1] : null;
      if (key !== '$ref' || !name) return [key, relink(each, restApiId)];
      return [key, `https://apigateway.amazonaws.com/restapis/${restApiId}/models/${name}`];
    }),
  );
}

function putGatewayResponses(writer: ApiWriter, { gatewayResponses }: ImportedApi): void {
  const { context, tx, restApiId } = writer;
  for (const given of gatewayResponses) {
    attempt(writer, `Unable to put gateway response '${given.responseType}'`, () => {
      const responseType = checkedType(given.responseType);
      refuseBadGatewayResponseMappings(given.responseParameters);
      refuseBadContentTypes(given.responseTemplates);
      const own = ownGatewayResponse(responseType);
      const stored: StoredGatewayResponse = { ...own, ...given, responseType, defaultResponse: false };
      tx.put('gatewayResponses', keyOf.gatewayResponse(context.scope, restApiId, responseType), stored);
    });
  }
}
