import type { IncomingMessage } from 'node:http';

/** What a demo back end shows of a request. */
export interface ReceivedRequest {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  /** As sent: names in their own letter case, repeated ones as lists. */
  headers: Record<string, string | string[]>;
  /** The first 64 KiB, as text. */
  body: string;
  bodyBytes: number;
}

const shownBytes = 64 * 1024;

/** Reads a request to its end; bodies of any length, of which only the beginning is kept. */
export async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const shown: Buffer[] = [];
  let bodyBytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (bodyBytes < shownBytes) shown.push(chunk.subarray(0, shownBytes - bodyBytes));
    bodyBytes += chunk.length;
  }
  const [path = '/', query = ''] = splitOnce(request.url ?? '/', '?');
  const names = request.rawHeaders.filter((_, index) => index % 2 === 0);
  const values = request.rawHeaders.filter((_, index) => index % 2 === 1);
  return {
    method: request.method ?? 'GET',
    path,
    query: collect([...new URLSearchParams(query)]),
    headers: collect(names.map((name, index) => [name, values[index] ?? ''])),
    body: Buffer.concat(shown).toString('utf8'),
    bodyBytes,
  };
}

function collect(pairs: [string, string][]): Record<string, string | string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of pairs) all.set(name, [...(all.get(name) ?? []), value]);
  return Object.fromEntries([...all].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]));
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
