import type { MappingKind } from '@/lib/gateway/mapping/mapping';

/** What a source is called, and what its text is. */
export const sourceWords: Record<MappingKind | 'written', { title: string; placeholder: string }> = {
  header: { title: "Client's header", placeholder: 'X-Request-Id' },
  query: { title: "Client's query parameter", placeholder: 'page' },
  path: { title: 'Variable of the path', placeholder: 'id' },
  body: { title: "Field of the client's body", placeholder: 'customer.id, or empty for all of it' },
  context: { title: 'Fact about the request', placeholder: 'domainName' },
  'stage-variable': { title: 'Stage variable', placeholder: 'environment' },
  constant: { title: 'Fixed text', placeholder: 'v1' },
  'multi-header': { title: "Client's header, all values", placeholder: 'Accept' },
  'multi-query': { title: "Client's query parameter, all values", placeholder: 'tag' },
  'response-header': { title: "Back end's header", placeholder: 'Location' },
  'response-multi-header': { title: "Back end's header, all values", placeholder: 'Set-Cookie' },
  'response-body': { title: "Field of the back end's body", placeholder: 'error.code, or empty for all of it' },
  written: { title: 'As AWS writes it', placeholder: 'method.request.header.X-Request-Id' },
};

/** The order in which people want them. */
export const sourceOrder = Object.keys(sourceWords) as (MappingKind | 'written')[];

export const placeWords = { header: 'Header', query: 'Query parameter', path: 'Path variable' } as const;
