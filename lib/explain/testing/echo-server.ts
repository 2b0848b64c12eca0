import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a back end got it from the wire. */
export interface ReceivedRequest {
  verb: string;
  /** With the query, as it came. */
  path: string;
  headers: [name: string, value: string][];
  body: string;
}

/** What it answers; names as the wire has them. */
export interface EchoAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: string;
}

const plain: EchoAnswer = { status: 200, headers: [['Content-Type', 'application/json']], body: '{}' };

/** A back end that remembers what it got, and answers what it is told to. */
export async function startEchoServer() {
  const received: ReceivedRequest[] = [];
  let answer = plain;
  const server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const { rawHeaders, method = '', url = '' } = message;
    const headers = rawHeaders.flatMap((name, index): [string, string][] =>
      index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
    );
    received.push({ verb: method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') });
    response.sendDate = false;
    response.writeHead(answer.status, answer.headers.flat()).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What came since the last time. */
    take: () => received.splice(0),
    answerWith(next: EchoAnswer): void {
      answer = next;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
