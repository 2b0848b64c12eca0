import type { Integration, Method, MethodResponse } from '@aws-sdk/client-api-gateway';
import type { Context } from '../../context';
import type { StoredResource } from '../../model';
import { keyOf } from '../../scope';
import type { Transaction } from '../../state';
import { findResource } from './find';
import { badRequest, notFound } from './refusals';

const verbs = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY'];

export function refuseUnknownVerb(verb: string | undefined): void {
  if (!verbs.includes(verb ?? ''))
    throw badRequest(`Invalid HttpMethod specified. Valid options are ${verbs.join(',')}`);
}

/** A member of the record itself: `constructor` is none. */
export function own<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** How requests name a method. */
export interface MethodAddress {
  restApiId: string | undefined;
  resourceId: string | undefined;
  httpMethod: string | undefined;
}

export interface FoundMethod {
  resource: StoredResource;
  method: Method;
}

/** The method, or the refusal of the calls on one (facts 7.1, 2 and 3). */
export function findMethod(context: Context, { restApiId, resourceId, httpMethod = '' }: MethodAddress): FoundMethod {
  const resource = findResource(context, restApiId, resourceId);
  const method = own(resource.resourceMethods, httpMethod);
  if (!method) throw notFound('Invalid Method identifier specified');
  return { resource, method };
}

export function findIntegration(context: Context, address: MethodAddress): FoundMethod & { integration: Integration } {
  const found = findMethod(context, address);
  const integration = found.method.methodIntegration;
  if (!integration) throw notFound('Invalid Integration identifier specified');
  return { ...found, integration };
}

export function findMethodResponse(
  context: Context,
  address: MethodAddress,
  statusCode = '',
): FoundMethod & { response: MethodResponse } {
  const found = findMethod(context, address);
  const response = own(found.method.methodResponses, statusCode);
  if (!response) throw notFound('Invalid Response status code specified');
  return { ...found, response };
}

/** Stores a method in its resource, or with `undefined` takes it away. */
export function putMethodIn(
  context: Context,
  tx: Transaction,
  { restApiId = '', httpMethod = '' }: MethodAddress,
  resource: StoredResource,
  method: Method | undefined,
): void {
  const { [httpMethod]: _old, ...others } = resource.resourceMethods ?? {};
  const resourceMethods = method ? { ...others, [httpMethod]: method } : others;
  const { resourceMethods: _before, ...bare } = resource;
  const changed = Object.keys(resourceMethods).length > 0 ? { ...bare, resourceMethods } : bare;
  tx.put('resources', keyOf.resource(context.scope, restApiId, resource.id), changed);
}
