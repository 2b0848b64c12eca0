import { emptyIntegrationResponse, emptyMethodResponse } from '../../defaults';
import type { IntegrationResponse, Method, MethodResponse } from '../../model';
import { responseMappingsIgnored } from '../header-rules';
import type { Preset } from './preset';

type Words = Pick<Preset, 'id' | 'title' | 'sentence' | 'headers'>;

/**
 * A preset that sets headers of every answer: in each integration response, with what the method responses have to declare.
 * A method that has no integration response gets the default one, 200: without any it can't answer.
 */
export function responsePreset(words: Words): Preset {
  const parameters = Object.entries(words.headers).map(
    ([name, value]) => [`method.response.header.${name}`, value] as const,
  );
  const isIn = (response: IntegrationResponse) =>
    parameters.every(([key, value]) => response.parameters[key] === value);
  return {
    ...words,
    side: 'response',
    obstacle: ({ integration }) =>
      integration ? responseMappingsIgnored(integration.type) : 'Choose a back end first.',
    isApplied: ({ integration }) => {
      const responses = Object.values(integration?.responses ?? {});
      return responses.length > 0 && responses.every(isIn);
    },
    edit: (method) => {
      const { integration } = method;
      if (!integration) return method;
      const known =
        Object.keys(integration.responses).length > 0 ? integration.responses : { '200': emptyIntegrationResponse() };
      const taken = new Set(parameters.map(([key]) => key.toLowerCase()));
      const responses = Object.fromEntries(
        Object.entries(known).map(([status, response]) => {
          const kept = Object.entries(response.parameters).filter(([key]) => !taken.has(key.toLowerCase()));
          return [status, { ...response, parameters: Object.fromEntries([...kept, ...parameters]) }];
        }),
      );
      const declared = declare(method, Object.keys(responses), Object.fromEntries(parameters));
      return { ...method, responses: declared, integration: { ...integration, responses } };
    },
  };
}

function declare(
  method: Method,
  statuses: string[],
  parameters: Record<string, string>,
): Record<string, MethodResponse> {
  const responses = { ...method.responses };
  for (const status of statuses) {
    const known = responses[status] ?? emptyMethodResponse();
    const added = Object.keys(parameters).filter((key) => !Object.hasOwn(known.parameters, key));
    responses[status] = {
      ...known,
      parameters: { ...known.parameters, ...Object.fromEntries(added.map((key) => [key, false])) },
    };
  }
  return responses;
}
