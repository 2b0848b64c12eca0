import type { IntegrationResponse, Method } from '@/lib/gateway/model';
import { newResponse } from './new-response';

/** Integration responses by the status of the route's answer. */
export type ResponseSet = Record<string, IntegrationResponse>;

/** What every integration without pass-through needs at least: without a response that matches AWS answers 500. */
export const oneResponse: ResponseSet = { '200': newResponse(null) };

/** Makes these the integration's responses, and declares their statuses and headers on the method, as AWS demands. */
export function putResponses(method: Method, responses: ResponseSet): Method {
  if (method.integration === null) return method;
  const declared = { ...method.responses };
  for (const [status, { parameters }] of Object.entries(responses)) {
    const { parameters: before = {}, models = {} } = declared[status] ?? {};
    const headers = Object.fromEntries(Object.keys(parameters).map((key) => [key, before[key] ?? false]));
    declared[status] = { parameters: { ...before, ...headers }, models };
  }
  return { ...method, responses: declared, integration: { ...method.integration, responses } };
}
