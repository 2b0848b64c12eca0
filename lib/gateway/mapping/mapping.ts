/** Where a mapping stands: on the way in, on the way out, or in an answer that the gateway gives by itself. */
export const mappingSides = ['request', 'response', 'gateway-response'] as const;
export type MappingSide = (typeof mappingSides)[number];

/** A value that a mapping reads. Names keep their letter case: AWS compares them letter by letter. */
export type Mapping =
  | { kind: 'constant'; value: string }
  | { kind: 'stage-variable' | 'context'; name: string }
  /** Of the client's request; of a repeated name the last value, `multi-…` all of them. */
  | { kind: 'path' | 'query' | 'header' | 'multi-query' | 'multi-header'; name: string }
  /** The client's body; `path` is a JSONPath without the `$`: `.customer.id`, `[0].id`, or null for all of it. */
  | { kind: 'body'; path: string | null }
  /** Of the back end's answer. */
  | { kind: 'response-header' | 'response-multi-header'; name: string }
  | { kind: 'response-body'; path: string | null };

export type MappingKind = Mapping['kind'];

/** The mappings that read something by its name. */
export type NamedMapping = Extract<Mapping, { name: string }>;

/** Something wrong in a text: where, and what to do about it. */
export interface MappingProblem {
  at: number;
  length: number;
  sentence: string;
}

export type ParsedMapping = { ok: true; mapping: Mapping } | { ok: false; problems: MappingProblem[] };

/** How each kind begins in AWS's words; what follows is the name or the path. */
export const mappingPrefixes = {
  'stage-variable': 'stageVariables.',
  context: 'context.',
  path: 'method.request.path.',
  query: 'method.request.querystring.',
  header: 'method.request.header.',
  'multi-query': 'method.request.multivaluequerystring.',
  'multi-header': 'method.request.multivalueheader.',
  body: 'method.request.body',
  'response-header': 'integration.response.header.',
  'response-multi-header': 'integration.response.multivalueheader.',
  'response-body': 'integration.response.body',
} as const satisfies Record<Exclude<MappingKind, 'constant'>, string>;

const fromEverywhere = ['constant', 'stage-variable', 'context'] as const;
const fromRequest = ['path', 'query', 'header', 'multi-query', 'multi-header', 'body'] as const;

/** What a mapping of each side may read. */
export const kindsOfSide: Record<MappingSide, readonly MappingKind[]> = {
  request: [...fromEverywhere, ...fromRequest],
  response: [...fromEverywhere, 'response-header', 'response-multi-header', 'response-body'],
  'gateway-response': [...fromEverywhere, ...fromRequest],
};
