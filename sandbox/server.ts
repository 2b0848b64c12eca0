import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAdmin } from './admin/answer-admin';
import { answerAws, type Reaction } from './answer-aws';
import type { WireRequest } from './protocol/wire';
import type { Sandbox } from './sandbox';

/** Larger than any body that the services take (facts 1.3: 6 MB for an import). */
const maxBody = 10 * 1024 * 1024;

/** Longer than Node's 5 s, so that a client that pauses doesn't send its next call into a connection being closed. */
const keepAliveMs = 60_000;

export interface AwsServer {
  port: number;
  close(): Promise<void>;
}

/** Starts the AWS endpoint, with the admin routes under `/_sandbox/`. Rejects when the port can't be had. */
export async function startServer(options: { sandbox: Sandbox; host: string; port: number }): Promise<AwsServer> {
  const { sandbox, host, port } = options;
  const server = createServer((request, response) => {
    serve(sandbox, request, response).catch((error: unknown) => {
      // A client that left in the middle of its request is no failure of ours.
      if (!request.complete) return;
      sandbox.log(`the AWS endpoint failed: ${error instanceof Error ? error.stack : String(error)}`);
      response.destroy();
    });
  });
  server.keepAliveTimeout = keepAliveMs;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(sandbox: Sandbox, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(incoming);
  if (!request) {
    const requestId = { 'x-amzn-RequestId': randomUUID(), 'x-amzn-ErrorType': 'RequestEntityTooLargeException' };
    response.writeHead(413, { ...requestId, 'Content-Type': 'application/json', Connection: 'close' });
    response.end('{"message":"Request Entity Too Large"}');
    return;
  }
  const isAdmin = request.path === '/_sandbox' || request.path.startsWith('/_sandbox/');
  send(response, isAdmin ? await answerAdmin(sandbox, request) : await answerAws(sandbox, request));
}

async function readRequest(incoming: IncomingMessage): Promise<WireRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) {
      // The rest is read and forgotten: a client still sending would else lose the answer.
      incoming.resume();
      return undefined;
    }
    chunks.push(chunk);
  }
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers))
    headers[name] = Array.isArray(value) ? value.join(',') : (value ?? '');
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers,
    body: Buffer.concat(chunks),
  };
}

function send(response: ServerResponse, reaction: Reaction): void {
  if (reaction === 'hang') return;
  if (reaction === 'cut') {
    response.destroy();
    return;
  }
  response.writeHead(reaction.status, { ...reaction.headers, 'Content-Length': Buffer.byteLength(reaction.body) });
  response.end(reaction.body);
}
