import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

export interface RawAnswer {
  status: number;
  /** Names in lower case. */
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

export interface RawRequest {
  verb: string;
  /** With the query; sent as it is. */
  path: string;
  headers: [string, string][];
  body: string;
}

/** Sends a request just as given, with a length where it has a body. */
export async function sendRaw(port: number, { verb, path, headers, body }: RawRequest): Promise<RawAnswer> {
  const length = body === '' ? [] : ['Content-Length', String(Buffer.byteLength(body))];
  const outgoing = request({
    host: '127.0.0.1',
    port,
    method: verb,
    path,
    setHost: false,
    headers: [...headers.flat(), ...length],
  });
  outgoing.end(body);
  const [message] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return { status: message.statusCode ?? 0, headers: message.headers, body: Buffer.concat(chunks).toString('utf8') };
}
