import type { Integration } from '../../model';
import { withDeclarations } from '../declarations-for';
import { requestMappingsIgnored } from '../header-rules';
import type { Preset } from './preset';

type Words = Pick<Preset, 'id' | 'title' | 'sentence' | 'headers'>;

/** A preset that sets headers of the back end's request. */
export function requestPreset(words: Words): Preset {
  const parameters = Object.entries(words.headers).map(
    ([name, value]) => [`integration.request.header.${name}`, value] as const,
  );
  return {
    ...words,
    side: 'request',
    obstacle: ({ integration }) =>
      integration ? requestMappingsIgnored(integration.type) : 'Choose a back end first.',
    isApplied: ({ integration }) => parameters.every(([key, value]) => integration?.requestParameters[key] === value),
    edit: (method) => {
      if (!method.integration) return method;
      const kept = withoutHeaders(method.integration, Object.keys(words.headers));
      const requestParameters = { ...kept, ...Object.fromEntries(parameters) };
      return withDeclarations({ ...method, integration: { ...method.integration, requestParameters } });
    },
  };
}

/** Back ends read header names without regard to letter case, so two spellings would be two values of one header. */
function withoutHeaders({ requestParameters }: Integration, names: string[]): Record<string, string> {
  const taken = new Set(names.map((name) => `integration.request.header.${name}`.toLowerCase()));
  return Object.fromEntries(Object.entries(requestParameters).filter(([key]) => !taken.has(key.toLowerCase())));
}
