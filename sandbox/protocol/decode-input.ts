import type { NormalizedSchema } from '@smithy/core/schema';
import type { RouteMatch } from './route-table';
import type { WireRequest } from './wire';

type Input = Record<string, unknown>;

/** Reads the members of `schema` that travel in a body. */
export type ReadBody = (schema: NormalizedSchema, body: Buffer) => Promise<Input>;

/** Collects an operation's input from path, query, headers and body, each member from where AWS's model binds it. */
export async function decodeInput(match: RouteMatch, request: WireRequest, readBody: ReadBody): Promise<Input> {
  const input: Input = {};
  const bodyMembers: string[] = [];
  for (const [name, member] of match.operation.input.structIterator()) {
    const traits = member.getMergedTraits();
    if (traits.httpLabel) set(input, name, fromText(member, match.labels[name]));
    else if (traits.httpQuery) set(input, name, fromQuery(member, request.query.getAll(traits.httpQuery)));
    else if (traits.httpQueryParams) set(input, name, restOfQuery(member, request.query));
    else if (traits.httpHeader) set(input, name, fromText(member, request.headers[traits.httpHeader.toLowerCase()]));
    else if (traits.httpPayload) set(input, name, await readPayload(member, request.body, readBody));
    else bodyMembers.push(name);
  }
  if (bodyMembers.length > 0 && request.body.length > 0) {
    const body = await readBody(match.operation.input, request.body);
    for (const name of bodyMembers) set(input, name, body[name]);
  }
  return input;
}

function set(input: Input, name: string, value: unknown): void {
  if (value !== undefined) input[name] = value;
}

function fromText(member: NormalizedSchema, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  if (member.isNumericSchema()) return Number(text);
  if (member.isBooleanSchema()) return text.toLowerCase() === 'true';
  if (member.isTimestampSchema()) return new Date(text);
  return text;
}

function fromQuery(member: NormalizedSchema, texts: string[]): unknown {
  if (texts.length === 0) return undefined;
  return member.isListSchema()
    ? texts.map((text) => fromText(member.getValueSchema(), text))
    : fromText(member, texts[0]);
}

function restOfQuery(member: NormalizedSchema, query: URLSearchParams): unknown {
  const names = [...new Set(query.keys())];
  const lists = member.getValueSchema().isListSchema();
  return Object.fromEntries(names.map((name) => [name, lists ? query.getAll(name) : query.get(name)]));
}

async function readPayload(member: NormalizedSchema, body: Buffer, readBody: ReadBody): Promise<unknown> {
  if (member.isBlobSchema()) return new Uint8Array(body);
  if (member.isStringSchema()) return body.toString('utf8');
  return body.length > 0 ? readBody(member, body) : undefined;
}
