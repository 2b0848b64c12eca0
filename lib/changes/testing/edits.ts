import { emptyIntegration, emptyIntegrationResponse, emptyMethod, emptyMethodResponse } from '@/lib/gateway/defaults';
import type { Edit } from '@/lib/gateway/edits';
import type { Method, Verb } from '@/lib/gateway/model';

/** A route that answers by itself. */
export function mockMethod(body = '{"hello": "tenant"}'): Method {
  return {
    ...emptyMethod(),
    responses: { '200': emptyMethodResponse() },
    integration: {
      ...emptyIntegration('MOCK'),
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      responses: { '200': { ...emptyIntegrationResponse(), templates: { 'application/json': body } } },
    },
  };
}

export const putMethod = (path: string, verb: Verb, value: Method = mockMethod()): Edit => ({
  op: 'put',
  subject: { kind: 'method', path, verb },
  value,
});

export const removeMethod = (path: string, verb: Verb): Edit => ({
  op: 'remove',
  subject: { kind: 'method', path, verb },
});

export const setIntegration = (path: string, field: string, value: string | number, verb: Verb = 'ANY'): Edit => ({
  op: 'set',
  subject: { kind: 'integration', path, verb },
  field,
  key: null,
  value,
});

export const setHeader = (path: string, name: string, value: string | null, verb: Verb = 'ANY'): Edit => ({
  op: 'set',
  subject: { kind: 'integration', path, verb },
  field: 'requestParameters',
  key: `integration.request.header.${name}`,
  value,
});
